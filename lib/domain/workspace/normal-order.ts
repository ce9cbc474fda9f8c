import type { ObjectKind } from '../console-api'
import type { Account, Api, IamGroup, IamRole, IamUser, InlinePolicy, LambdaFunction, PoolUser, UserPool } from '../world'
import type { ObjectOfKind } from './object-key'
import { sortBy } from './sort-by'

const inline = (policies: readonly InlinePolicy[]) => sortBy(policies, (policy) => policy.name)
const words = (items: readonly string[]) => sortBy(items, (item) => item)

function orderAccount(account: Account): Account {
  return { ...account, users: [], groups: [], roles: [], policies: [], accessKeys: [] }
}

function orderUser(user: IamUser): IamUser {
  return {
    ...user,
    groups: words(user.groups),
    inlinePolicies: inline(user.inlinePolicies),
    attachedPolicyArns: words(user.attachedPolicyArns),
    tags: sortBy(user.tags, (tag) => tag.key),
  }
}

function orderGroup(group: IamGroup): IamGroup {
  return { ...group, inlinePolicies: inline(group.inlinePolicies), attachedPolicyArns: words(group.attachedPolicyArns) }
}

function orderRole(role: IamRole): IamRole {
  return {
    ...role,
    inlinePolicies: inline(role.inlinePolicies),
    attachedPolicyArns: words(role.attachedPolicyArns),
    tags: sortBy(role.tags, (tag) => tag.key),
  }
}

function orderFunction(fn: LambdaFunction): LambdaFunction {
  return { ...fn, events: sortBy(fn.events, (event) => event.name) }
}

function orderPool(pool: UserPool): UserPool {
  return {
    ...pool,
    clients: sortBy(
      pool.clients.map((client) => ({ ...client, explicitAuthFlows: words(client.explicitAuthFlows) })),
      (client) => client.id,
    ),
    groups: sortBy(pool.groups, (group) => group.name),
    resourceServers: sortBy(
      pool.resourceServers.map((server) => ({ ...server, scopes: sortBy(server.scopes, (scope) => scope.name) })),
      (server) => server.identifier,
    ),
    signingKeys: sortBy(pool.signingKeys, (key) => key.kid),
    users: [],
  }
}

function orderPoolUser({ pool, user }: { pool: string; user: PoolUser }): { pool: string; user: PoolUser } {
  const attributes = sortBy(user.attributes, (attribute) => attribute.name)
  return { pool, user: { ...user, attributes, groups: words(user.groups) } }
}

function orderApi(api: Api): Api {
  return { ...api, stages: sortBy(api.stages, (stage) => stage.name) }
}

const ORDERS: { readonly [K in ObjectKind]: (value: ObjectOfKind[K]) => ObjectOfKind[K] } = {
  account: orderAccount,
  iamUser: orderUser,
  iamGroup: orderGroup,
  iamRole: orderRole,
  iamPolicy: (policy) => policy,
  accessKey: (key) => key,
  function: orderFunction,
  userPool: orderPool,
  userPoolUser: orderPoolUser,
  api: orderApi,
  test: (test) => test,
}

/** Returns the object with each list that has no meaning in its order sorted, so that equal objects are equal data. */
export function inNormalOrder<K extends ObjectKind>(kind: K, value: ObjectOfKind[K]): ObjectOfKind[K] {
  return ORDERS[kind](value)
}
