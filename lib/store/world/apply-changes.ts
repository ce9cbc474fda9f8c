import type { ObjectChange } from '../../domain/workspace/plan-worlds'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { saveAccessKey, saveAccount, saveIamGroup, saveIamRole, saveIamUser, saveManagedPolicy } from './write-accounts'
import { saveApi, saveFunction, saveTest } from './write-apis'
import { createPoolUsers, savePoolUser, saveUserPool } from './write-user-pools'

/**
 * Writes the changed objects and no other. Deletions come first, holders last, so that a name or id that one
 * object gives up is free for another; then creations and updates, containers before what they hold.
 */
export async function applyChanges(tx: Transaction, box: SecretBox, changes: readonly ObjectChange[]): Promise<void> {
  for (const change of changes) {
    if (change.after === null) await remove(tx, change)
  }
  // Users that are new go in together, after the pools and groups they belong to.
  const newUsers = changes.flatMap((change) =>
    change.kind === 'userPoolUser' && change.before === null && change.after !== null ? [change.after] : [],
  )
  for (const change of changes) {
    const isNewUser = change.kind === 'userPoolUser' && change.before === null
    if (change.after !== null && !isNewUser) await save(tx, box, change)
  }
  await createPoolUsers(tx, newUsers)
}

type Save<K extends ObjectChange['kind']> = Extract<ObjectChange, { kind: K }>

async function save(tx: Transaction, box: SecretBox, change: ObjectChange): Promise<void> {
  switch (change.kind) {
    case 'account':
      return given(change.after, (account) => saveAccount(tx, account))
    case 'iamUser':
      return given(change.after, (user) => saveIamUser(tx, user))
    case 'iamGroup':
      return given(change.after, (group) => saveIamGroup(tx, group))
    case 'iamRole':
      return given(change.after, (role) => saveIamRole(tx, role))
    case 'iamPolicy':
      return given(change.after, (policy) => saveManagedPolicy(tx, policy))
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
async function remove(tx: Transaction, change: ObjectChange): Promise<void> {
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
    case 'userPoolUser':
      return removePoolUser(tx, change)
    case 'api':
      return void (await tx.api.deleteMany({ where: { id: key } }))
    case 'test':
      return void (await tx.savedTest.deleteMany({ where: { name: key } }))
  }
}

async function removeFunction(tx: Transaction, { before }: Save<'function'>): Promise<void> {
  if (before === null) return
  await tx.function.deleteMany({ where: { accountId: before.account, region: before.region, name: before.name } })
}

async function removePoolUser(tx: Transaction, { before }: Save<'userPoolUser'>): Promise<void> {
  if (before === null) return
  await tx.userPoolUser.deleteMany({ where: { userPoolId: before.pool, username: before.user.username } })
}
