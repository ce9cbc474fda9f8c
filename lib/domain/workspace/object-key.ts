import type { ObjectKind } from '../console-api'
import type {
  AccessKey,
  Account,
  Api,
  IamGroup,
  IamRole,
  IamUser,
  LambdaFunction,
  ManagedPolicy,
  PoolUser,
  SavedTest,
  UserPool,
  World,
} from '../world'

/** What an object of each kind is: a part of the world that is written, versioned and shown on its own. */
export interface ObjectOfKind {
  /** Only id, alias and organization; what stands in the account are objects of their own. */
  account: Account
  iamUser: IamUser
  iamGroup: IamGroup
  iamRole: IamRole
  iamPolicy: ManagedPolicy
  accessKey: { readonly account: string; readonly accessKey: AccessKey }
  function: LambdaFunction
  /** Without its users. */
  userPool: UserPool
  userPoolUser: { readonly pool: string; readonly user: PoolUser }
  api: Api
  test: SavedTest
}

export type WorldObject = {
  readonly [K in ObjectKind]: { readonly kind: K; readonly key: string; readonly value: ObjectOfKind[K] }
}[ObjectKind]

const KEYS: { readonly [K in ObjectKind]: (value: ObjectOfKind[K]) => string } = {
  account: (account) => account.id,
  iamUser: (user) => user.arn,
  iamGroup: (group) => group.arn,
  iamRole: (role) => role.arn,
  iamPolicy: (policy) => policy.arn,
  accessKey: ({ accessKey }) => accessKey.id,
  function: ({ account, region, name }) => `${account}/${region}/${name}`,
  userPool: (pool) => pool.id,
  userPoolUser: ({ pool, user }) => `${pool}/${user.username}`,
  api: (api) => api.id,
  test: (test) => test.name,
}

/**
 * Returns the key of an object within its kind: account id, IAM ARN, access key id,
 * `account/region/name` of a function, pool id, `poolId/username`, API id, test name.
 */
export function objectKey<K extends ObjectKind>(kind: K, value: ObjectOfKind[K]): string {
  return KEYS[kind](value)
}

function entry<K extends ObjectKind>(kind: K, value: ObjectOfKind[K]): { kind: K; key: string; value: ObjectOfKind[K] } {
  return { kind, key: objectKey(kind, value), value }
}

/** Every object of a world, containers before what they hold. */
export function listObjects(world: World): readonly WorldObject[] {
  const objects: WorldObject[] = []
  for (const account of world.accounts) {
    objects.push(entry('account', account))
    objects.push(...account.policies.map((policy) => entry('iamPolicy', policy)))
    objects.push(...account.groups.map((group) => entry('iamGroup', group)))
    objects.push(...account.users.map((user) => entry('iamUser', user)))
    objects.push(...account.roles.map((role) => entry('iamRole', role)))
    objects.push(...account.accessKeys.map((accessKey) => entry('accessKey', { account: account.id, accessKey })))
  }
  objects.push(...world.functions.map((fn) => entry('function', fn)))
  for (const pool of world.userPools) {
    objects.push(entry('userPool', pool))
    objects.push(...pool.users.map((user) => entry('userPoolUser', { pool: pool.id, user })))
  }
  objects.push(...world.apis.map((api) => entry('api', api)))
  objects.push(...world.tests.map((test) => entry('test', test)))
  return objects
}
