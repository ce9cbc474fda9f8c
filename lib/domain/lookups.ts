import type { FunctionRef } from './derived-api'
import type {
  AccessKey,
  Account,
  Api,
  IamGroup,
  IamRole,
  IamUser,
  LambdaFunction,
  ManagedPolicy,
  UserPool,
  UserPoolClient,
  World,
} from './world'

export type IamPrincipal =
  | { readonly type: 'user'; readonly account: Account; readonly user: IamUser }
  | { readonly type: 'group'; readonly account: Account; readonly group: IamGroup }
  | { readonly type: 'role'; readonly account: Account; readonly role: IamRole; readonly sessionName: string | null }

const ASSUMED_ROLE = /^arn:aws[a-z-]*:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/

/** Returns the user, group or role that an ARN names; of an assumed-role session ARN, its role. Null when there is none. */
export function findPrincipal(world: World, arn: string): IamPrincipal | null {
  const session = ASSUMED_ROLE.exec(arn)
  const accountId = session?.[1] ?? arn.split(':')[4]
  const account = world.accounts.find((item) => item.id === accountId)
  if (!account) return null
  if (session) {
    const role = account.roles.find((item) => item.name === session[2])
    return role ? { type: 'role', account, role, sessionName: session[3] ?? null } : null
  }
  const user = account.users.find((item) => item.arn === arn)
  if (user) return { type: 'user', account, user }
  const role = account.roles.find((item) => item.arn === arn)
  if (role) return { type: 'role', account, role, sessionName: null }
  const group = account.groups.find((item) => item.arn === arn)
  return group ? { type: 'group', account, group } : null
}

export function findAccessKey(
  world: World,
  id: string,
): { readonly account: Account; readonly accessKey: AccessKey; readonly user: IamUser } | null {
  for (const account of world.accounts) {
    const accessKey = account.accessKeys.find((key) => key.id === id)
    const user = accessKey && account.users.find((item) => item.name === accessKey.userName)
    if (accessKey && user) return { account, accessKey, user }
  }
  return null
}

/** Returns a managed policy by ARN: of the account, or an AWS managed one wherever it is kept. */
export function findManagedPolicy(world: World, arn: string): ManagedPolicy | null {
  for (const account of world.accounts) {
    const policy = account.policies.find((item) => item.arn === arn)
    if (policy) return policy
  }
  return null
}

export interface NamedPolicy {
  readonly type: 'managed' | 'inline'
  /** ARN of a managed policy; `ownerArn/name` of an inline one. */
  readonly id: string
  readonly name: string
  readonly document: string
  /** ARN of the user, group or role through which it applies. */
  readonly through: string
}

/** Returns the identity policies of a user (its own, then its groups') or a role, inline before managed. */
export function listIdentityPolicies(world: World, principal: IamPrincipal): readonly NamedPolicy[] {
  const { account } = principal
  if (principal.type === 'role') return policiesOf(world, principal.role)
  if (principal.type === 'group') return policiesOf(world, principal.group)
  const groups = account.groups.filter((group) => principal.user.groups.includes(group.name))
  return [principal.user, ...groups].flatMap((owner) => policiesOf(world, owner))
}

function policiesOf(world: World, owner: IamUser | IamGroup | IamRole): readonly NamedPolicy[] {
  const inline = owner.inlinePolicies.map(
    ({ name, document }): NamedPolicy => ({ type: 'inline', id: `${owner.arn}/${name}`, name, document, through: owner.arn }),
  )
  const managed = owner.attachedPolicyArns.flatMap((arn): NamedPolicy[] => {
    const policy = findManagedPolicy(world, arn)
    return policy ? [{ type: 'managed', id: arn, name: policy.name, document: policy.document, through: owner.arn }] : []
  })
  return [...inline, ...managed]
}

export function findFunction(world: World, ref: FunctionRef): LambdaFunction | null {
  return world.functions.find((fn) => fn.account === ref.account && fn.region === ref.region && fn.name === ref.name) ?? null
}

export function findApi(world: World, id: string): Api | null {
  return world.apis.find((api) => api.id === id) ?? null
}

export function findPool(world: World, id: string): UserPool | null {
  return world.userPools.find((pool) => pool.id === id) ?? null
}

/** Client ids are unique in the whole workspace. */
export function findClient(world: World, id: string): { readonly pool: UserPool; readonly client: UserPoolClient } | null {
  for (const pool of world.userPools) {
    const client = pool.clients.find((item) => item.id === id)
    if (client) return { pool, client }
  }
  return null
}
