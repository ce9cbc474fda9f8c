/** What the services need from outside. The store implements the first two, the runtime the rest. */
import type { HistoryEntry, ObjectKind, PlanView, RequestDetail, RequestView, Role, Touched } from '../domain/console-api'
import type { PoolUser, World } from '../domain/world'
import type { Gateway } from '../gateway/ports'
import type { Snapshot } from '../gateway/snapshot'
import type { ScriptRunner } from '../sandbox/script-runner'

/** Who acts, told by session, token or signature. */
export interface Actor {
  readonly type: 'consoleUser' | 'apiToken' | 'iam' | 'system'
  readonly id: string
  /** For people: e-mail, token name, ARN. */
  readonly name: string
  readonly role: Role
}

export interface ChangeMeta {
  readonly author: string
  /** For the revision list: `Update the resource policy of orders`. */
  readonly note: string
}

export interface ConfigStore {
  /** The configuration as committed; `users: true` also loads the users of every pool. */
  loadWorld(options: { users: boolean }): Promise<World>
  /**
   * One write: takes the configuration lock, gives the current world to `build`, stores the difference
   * to the world it returns, versions of the changed objects, the new revision and its NOTIFY, all in
   * one transaction. What `build` throws rolls back and comes out unchanged. With `dryRun` nothing is
   * stored. An empty difference makes no revision.
   */
  change(
    meta: ChangeMeta,
    options: { users: boolean; dryRun?: boolean },
    build: (current: World) => World | Promise<World>,
  ): Promise<{ world: World; revision: number; plan: PlanView }>
  /** Version tag of one object: the revision that last wrote it; null when it does not exist. */
  touched(kind: ObjectKind, key: string): Promise<Touched | null>
  touchedAll(kind: ObjectKind): Promise<ReadonlyMap<string, Touched>>
  history(kind: ObjectKind, key: string): Promise<readonly HistoryEntry[]>
  /** Stored text of an object at a revision, for 412 diffs; secrets left out. */
  objectText(kind: ObjectKind, key: string, revision: number): Promise<string | null>
  listPoolUsers(
    poolId: string,
    options: { after: string | null; limit: number },
  ): Promise<{ items: readonly PoolUser[]; next: string | null }>
  countPoolUsers(): Promise<ReadonlyMap<string, number>>
}

export interface ConsoleUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string | null
  readonly disabled: boolean
  readonly lastSignInAt: string | null
}

/** Console users, sessions, tokens, set-up links and audit rows; none of it is in the workspace document. */
export interface AccountStore {
  countAdmins(): Promise<number>
  findUserByEmail(email: string): Promise<ConsoleUser | null>
  findUser(id: string): Promise<ConsoleUser | null>
  listUsers(): Promise<readonly ConsoleUser[]>
  createUser(user: { email: string; name: string; role: Role; passwordHash: string | null }): Promise<ConsoleUser>
  updateUser(id: string, patch: { name?: string; role?: Role; passwordHash?: string; disabled?: boolean }): Promise<ConsoleUser>
  createSession(userId: string, expiresAt: Date): Promise<{ id: string }>
  /** The user of a session that is neither expired nor revoked and whose user is not disabled. */
  findSessionUser(sessionId: string): Promise<ConsoleUser | null>
  revokeSession(sessionId: string): Promise<void>
  revokeSessionsOf(userId: string): Promise<void>
  saveSetupLink(tokenHash: string, expiresAt: Date): Promise<void>
  /** Takes the link if it is unused, unexpired and no admin exists; creates the first admin with it. */
  redeemSetupLink(tokenHash: string, admin: { email: string; name: string; passwordHash: string | null }): Promise<ConsoleUser | null>
  createToken(token: { name: string; role: Role; tokenHash: string }): Promise<{ id: string }>
  findToken(tokenHash: string): Promise<{ id: string; name: string; role: Role } | null>
  listTokens(): Promise<readonly { id: string; name: string; role: Role; createdAt: string; lastUsedAt: string | null }[]>
  revokeToken(id: string): Promise<boolean>
  audit(row: { actor: string; action: string; object: string; revision: number | null }): Promise<void>
}

export interface RequestLogReader {
  list(query: { api?: string; outcome?: string; before?: string; limit: number }): Promise<readonly RequestView[]>
  find(requestId: string): Promise<RequestDetail | null>
}

export interface ServicePorts {
  readonly config: ConfigStore
  readonly accounts: AccountStore
  readonly requests: RequestLogReader
  readonly gateway: Gateway
  readonly scripts: ScriptRunner
  /** Compiles a world that is not enforced, for drafts. */
  readonly compileDraft: (world: World) => Snapshot
  /** The world of the enforced snapshot, without pool users. */
  readonly enforcedWorld: () => World
  /** Makes this node enforce at least that revision; resolves when it does. */
  readonly publish: (world: World) => Promise<void>
  readonly enforced: () => { readonly revision: number; readonly atMs: number; readonly databaseUp: boolean }
  readonly passwords: { hash(password: string): Promise<string>; verify(password: string, hash: string): Promise<boolean> }
  readonly settings: {
    readonly publicUrl: string
    readonly gatewayDomain: string
    readonly loopback: boolean
    readonly apiToken: string | null
  }
  readonly clock: { nowMs(): number }
  readonly random: { bytes(count: number): Uint8Array; uuid(): string }
}

export interface ServiceContext {
  readonly ports: ServicePorts
  readonly actor: Actor
  /** Value of If-Match, unquoted. */
  readonly ifMatch?: string
}
