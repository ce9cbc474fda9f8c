import type { RequestLog } from '../gateway/ports'
import type { AccountStore, ConfigStore, RequestLogReader } from '../services/ports'
import type { UserPoolPorts } from '../userpool/ports'
import { createAccountStore } from './accounts/account-store'
import { createConfigStore } from './config/config-store'
import { type Database, openDatabase } from './database'
import { createDemoSecrets, type DemoSecrets } from './demo-secrets'
import { openInstallation } from './installation'
import { applyMigrations } from './migrate'
import { inDatabase } from './prisma-errors'
import { createRequestReader } from './requests/request-reader'
import { createRequestWriter } from './requests/request-writer'
import { listenForRevisions, type RevisionListener } from './revision-listener'
import { deriveKey, SecretBox } from './secret-box'
import { createUserPoolPorts } from './user-pool-ports'
import { DerivedApiCache } from './world/derived-api-cache'

export interface StoreOptions {
  /** `postgres://…` */
  readonly databaseUrl: string
  /** GATEHOUSE_SECRET. */
  readonly secret: string
  /** GATEHOUSE_SECRET_PREVIOUS: what was sealed under it is sealed anew under `secret`. */
  readonly previousSecret?: string | null
}

export interface Store {
  readonly config: ConfigStore
  readonly accounts: AccountStore
  readonly requests: RequestLogReader
  readonly requestLog: RequestLog
  readonly userPools: UserPoolPorts
  readonly demoSecrets: DemoSecrets
  /** UUID, made with the database. */
  readonly installationId: string
  /** Derived from the secret, for signing console sessions; base64url of 32 bytes. */
  readonly sessionSecret: string
  /** Calls back with each newer revision, the current one first, on a connection of its own. */
  subscribe(onRevision: (revision: number) => void, onConnected?: (connected: boolean) => void): RevisionListener
  /** Resolves when the database answers. @throws AppError `database_unavailable` */
  ping(): Promise<void>
  /** Queries sent so far, those of transactions counted one by one. */
  queryCount(): number
  /** Writes the requests that are only in memory yet; never rejects. */
  flushRequests(): Promise<void>
  /** Writes what waits and closes every connection. */
  close(): Promise<void>
}

/**
 * Opens the database of an installation: migrates it when it is older, makes the installation when it is empty.
 * @throws AppError `database_unavailable`; `conflict` when the secret is not this database's, or the database
 * is of a newer version.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  await applyMigrations(options.databaseUrl)
  const database = openDatabase(options.databaseUrl)
  const box = new SecretBox(options.secret, options.previousSecret ?? null)
  try {
    const installationId = await openInstallation(database, box)
    return assemble(options, { database, box, installationId })
  } catch (error) {
    await database.close()
    throw error
  }
}

function assemble(options: StoreOptions, parts: { database: Database; box: SecretBox; installationId: string }): Store {
  const { database, box, installationId } = parts
  const requestWriter = createRequestWriter(database)
  const listeners = new Set<RevisionListener>()
  return {
    config: createConfigStore(database, { box, derived: new DerivedApiCache() }),
    accounts: createAccountStore(database),
    requests: createRequestReader(database, requestWriter),
    requestLog: requestWriter,
    userPools: createUserPoolPorts(database),
    demoSecrets: createDemoSecrets(database, box),
    installationId,
    sessionSecret: deriveKey(options.secret, 'sessions').toString('base64url'),
    subscribe: (onRevision, onConnected) => {
      const listener = listenForRevisions(options.databaseUrl, onRevision, onConnected)
      listeners.add(listener)
      return listener
    },
    ping: () => inDatabase(async () => void (await database.prisma.$queryRaw`SELECT 1`)),
    queryCount: database.queryCount,
    flushRequests: () => requestWriter.flush(),
    close: async () => {
      for (const listener of listeners) await listener.close()
      await requestWriter.close()
      await database.close()
    },
  }
}
