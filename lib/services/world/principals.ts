/** Finding and replacing users, groups and roles by ARN, wherever in the world they are. */
import type { ObjectKind } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import type { Account, IamGroup, IamRole, IamUser, World } from '../../domain/world'

export type PrincipalType = 'user' | 'group' | 'role'

export type FoundPrincipal =
  | { readonly type: 'user'; readonly account: Account; readonly value: IamUser }
  | { readonly type: 'group'; readonly account: Account; readonly value: IamGroup }
  | { readonly type: 'role'; readonly account: Account; readonly value: IamRole }

export const PRINCIPAL_KINDS = { user: 'iamUser', group: 'iamGroup', role: 'iamRole' } as const satisfies Record<PrincipalType, ObjectKind>

/** Tells user, group and role apart by ARN alone. Throws AppError `not_found` for any other text. */
export function principalTypeOf(arn: string): PrincipalType {
  const type = /^arn:aws:iam::\d{12}:(user|group|role)\/./.exec(arn)?.[1]
  if (type === 'user' || type === 'group' || type === 'role') return type
  throw new AppError('not_found', 'There is no such user, group or role.')
}

/** Throws AppError `not_found`. */
export function getPrincipalIn(world: World, arn: string): FoundPrincipal {
  for (const account of world.accounts) {
    const user = account.users.find((item) => item.arn === arn)
    if (user) return { type: 'user', account, value: user }
    const group = account.groups.find((item) => item.arn === arn)
    if (group) return { type: 'group', account, value: group }
    const role = account.roles.find((item) => item.arn === arn)
    if (role) return { type: 'role', account, value: role }
  }
  throw new AppError('not_found', 'There is no such user, group or role.')
}

/** What users, groups and roles have in common. */
export type PolicyHolder = Pick<IamUser, 'arn' | 'inlinePolicies' | 'attachedPolicyArns'>

/** Returns the world with `change` applied to the policies of the principal with this ARN. */
export function changePolicyHolder(world: World, arn: string, change: (holder: PolicyHolder) => Partial<PolicyHolder>): World {
  getPrincipalIn(world, arn)
  const apply = <T extends PolicyHolder>(item: T): T => (item.arn === arn ? { ...item, ...change(item) } : item)
  return changeAccounts(world, (account) => ({
    ...account,
    users: account.users.map(apply),
    groups: account.groups.map(apply),
    roles: account.roles.map(apply),
  }))
}

export function changeAccounts(world: World, change: (account: Account) => Account): World {
  return { ...world, accounts: world.accounts.map(change) }
}

/** Changes one account. Throws AppError `not_found` when the workspace has no such account. */
export function changeAccount(world: World, id: string, change: (account: Account) => Account): World {
  if (!world.accounts.some((account) => account.id === id)) throw new AppError('not_found', `There is no account ${id} in this workspace.`)
  return changeAccounts(world, (account) => (account.id === id ? change(account) : account))
}
