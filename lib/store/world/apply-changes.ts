import type { ObjectChange } from '../../domain/workspace/plan-worlds'
import type { World } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { type Owned, saveAccessKey, saveAccount, saveIamGroup, saveIamRole, saveIamUser, saveManagedPolicy } from './write-accounts'
import { saveApi, saveFunction, saveTest } from './write-apis'
import { createPoolUsers, savePoolUser, saveUserPool } from './write-user-pools'

export interface ChangeContext {
  readonly box: SecretBox
  /** The world after the change. */
  readonly world: World
}

/**
 * Writes the changed objects and no other. Deletions come first, holders last, so that a name or id that one
 * object gives up is free for another; then creations and updates, containers before what they hold.
 */
export async function applyChanges(tx: Transaction, { box, world }: ChangeContext, changes: readonly ObjectChange[]): Promise<void> {
  await removePoolUsers(tx, changes)
  for (const change of changes) {
    if (change.after === null && change.kind !== 'userPoolUser') await remove(tx, change)
  }
  // Users that are new go in together, after the pools and groups they belong to.
  const newUsers = changes.flatMap((change) =>
    change.kind === 'userPoolUser' && change.before === null && change.after !== null ? [change.after] : [],
  )
  const owners = ownersOf(world)
  for (const change of changes) {
    const isNewUser = change.kind === 'userPoolUser' && change.before === null
    if (change.after !== null && !isNewUser) await save(tx, { box, owners }, change)
  }
  await createPoolUsers(tx, newUsers)
}

/** Account of each IAM object, by ARN. */
type Owners = ReadonlyMap<string, string>

function ownersOf(world: World): Owners {
  const owners = new Map<string, string>()
  for (const { id, users, groups, roles, policies } of world.accounts) {
    for (const { arn } of [...users, ...groups, ...roles, ...policies]) owners.set(arn, id)
  }
  return owners
}

async function save(tx: Transaction, { box, owners }: { box: SecretBox; owners: Owners }, change: ObjectChange): Promise<void> {
  const owned = <T>(value: T): Owned<T> => ({ account: owners.get(change.key) ?? '', value })
  switch (change.kind) {
    case 'account':
      return given(change.after, (account) => saveAccount(tx, account))
    case 'iamUser':
      return given(change.after, (user) => saveIamUser(tx, owned(user)))
    case 'iamGroup':
      return given(change.after, (group) => saveIamGroup(tx, owned(group)))
    case 'iamRole':
      return given(change.after, (role) => saveIamRole(tx, owned(role)))
    case 'iamPolicy':
      return given(change.after, (policy) => saveManagedPolicy(tx, owned(policy)))
    case 'accessKey':
      return given(change.after, (key) => saveAccessKey(tx, key, box))
    case 'function':
      return given(change.after, (fn) => saveFunction(tx, fn, box))
    case 'userPool':
      return given(change.after, (pool) => saveUserPool(tx, pool, box))
    case 'userPoolUser':
      return given(change.after, ({ pool, user }) => savePoolUser(tx, pool, user, change.before?.user ?? null))
    case 'api':
      return given(change.after, (api) => saveApi(tx, api))
    case 'test':
      return given(change.after, (test) => saveTest(tx, test))
  }
}

async function given<T>(value: T | null, write: (value: T) => Promise<void>): Promise<void> {
  if (value !== null) await write(value)
}

/** Deletes by the whole key. What an object owned may be gone with it already: that is no error. */
async function remove(tx: Transaction, change: Exclude<ObjectChange, { kind: 'userPoolUser' }>): Promise<void> {
  const { key } = change
  switch (change.kind) {
    case 'account':
      return void (await tx.account.deleteMany({ where: { id: key } }))
    case 'iamUser':
      return void (await tx.iamUser.deleteMany({ where: { arn: key } }))
    case 'iamGroup':
      return void (await tx.iamGroup.deleteMany({ where: { arn: key } }))
    case 'iamRole':
      return void (await tx.iamRole.deleteMany({ where: { arn: key } }))
    case 'iamPolicy':
      return void (await tx.managedPolicy.deleteMany({ where: { arn: key } }))
    case 'accessKey':
      return void (await tx.accessKey.deleteMany({ where: { id: key } }))
    case 'function':
      return removeFunction(tx, change)
    case 'userPool':
      return void (await tx.userPool.deleteMany({ where: { id: key } }))
    case 'api':
      return void (await tx.api.deleteMany({ where: { id: key } }))
    case 'test':
      return void (await tx.savedTest.deleteMany({ where: { name: key } }))
  }
}

async function removeFunction(tx: Transaction, { before }: Extract<ObjectChange, { kind: 'function' }>): Promise<void> {
  if (before === null) return
  await tx.function.deleteMany({ where: { accountId: before.account, region: before.region, name: before.name } })
}

const USERS_PER_STATEMENT = 1_000

/** In few statements, and not at all when they go with their pool. */
async function removePoolUsers(tx: Transaction, changes: readonly ObjectChange[]): Promise<void> {
  const gonePools = new Set(changes.flatMap((change) => (change.kind === 'userPool' && change.after === null ? [change.key] : [])))
  const usernames = new Map<string, string[]>()
  for (const change of changes) {
    if (change.kind !== 'userPoolUser' || change.after !== null || change.before === null || gonePools.has(change.before.pool)) continue
    const list = usernames.get(change.before.pool) ?? []
    list.push(change.before.user.username)
    usernames.set(change.before.pool, list)
  }
  for (const [userPoolId, names] of usernames) {
    for (let start = 0; start < names.length; start += USERS_PER_STATEMENT) {
      await tx.userPoolUser.deleteMany({ where: { userPoolId, username: { in: names.slice(start, start + USERS_PER_STATEMENT) } } })
    }
  }
}
