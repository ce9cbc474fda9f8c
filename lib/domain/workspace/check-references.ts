import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import type { Account, World } from '../world'
import { checkApiReferences } from './check-api-references'
import { checkOwners } from './check-owners'
import { checkTestReferences } from './check-test-references'
import { checkUnique } from './check-unique'
import type { Locate } from './locate'

/**
 * Finds what points at nothing: groups, policies, boundaries, owners of keys, functions, pools, APIs;
 * and keys that must be unique in the whole workspace. Objects outside the document get the pointer ''.
 */
export function checkReferences(world: World, problems: Problems, locate: Locate = () => undefined): void {
  const awsManaged = new Set(world.accounts.flatMap((account) => account.policies.map((policy) => policy.arn)).filter(isShared))
  for (const account of world.accounts) checkAccount(account, awsManaged, problems, locate)
  checkOwners(world, problems, locate)
  checkUnique(world, problems, locate)
  checkPoolUsers(world, problems, locate)
  checkApiReferences(world, problems, locate)
  checkTestReferences(world, problems, locate)
}

const isShared = (arn: string) => arn.startsWith('arn:aws:iam::aws:policy/')

function checkAccount(account: Account, awsManaged: ReadonlySet<string>, problems: Problems, locate: Locate): void {
  const policies = new Set([...account.policies.map((policy) => policy.arn), ...awsManaged])
  const groups = new Set(account.groups.map((group) => group.name))
  const users = new Set(account.users.map((user) => user.name))
  const attached = (arns: readonly string[], pointer: string, owner: string) =>
    arns.forEach((arn, index) => {
      const at = pointerTo(pointer, 'AttachedManagedPolicies', index, 'PolicyArn')
      if (!policies.has(arn)) problems.error(pointer && at, 'unknown_policy', `${owner} attaches ${arn}, which is not in the account.`)
    })
  const boundary = (arn: string | null, pointer: string, owner: string) => {
    const at = pointerTo(pointer, 'PermissionsBoundary', 'PermissionsBoundaryArn')
    if (arn !== null && !policies.has(arn))
      problems.error(pointer && at, 'unknown_policy', `${owner} has the boundary ${arn}, which is not in the account.`)
  }
  for (const user of account.users) {
    const pointer = locate('iamUser', user.arn) ?? ''
    attached(user.attachedPolicyArns, pointer, user.arn)
    boundary(user.permissionsBoundaryArn, pointer, user.arn)
    user.groups.forEach((group, index) => {
      if (!groups.has(group))
        problems.error(
          pointer && pointerTo(pointer, 'GroupList', index),
          'unknown_group',
          `${user.arn} is in the group ${group}, which is not in the account.`,
        )
    })
  }
  for (const group of account.groups) attached(group.attachedPolicyArns, locate('iamGroup', group.arn) ?? '', group.arn)
  for (const role of account.roles) {
    attached(role.attachedPolicyArns, locate('iamRole', role.arn) ?? '', role.arn)
    boundary(role.permissionsBoundaryArn, locate('iamRole', role.arn) ?? '', role.arn)
  }
  for (const key of account.accessKeys) {
    const pointer = locate('accessKey', key.id) ?? ''
    if (!users.has(key.userName))
      problems.error(
        pointer && pointerTo(pointer, 'UserName'),
        'unknown_user',
        `The key ${key.id} belongs to ${key.userName}, who is not in the account.`,
      )
  }
}

function checkPoolUsers(world: World, problems: Problems, locate: Locate): void {
  for (const pool of world.userPools) {
    const groups = new Set(pool.groups.map((group) => group.name))
    for (const user of pool.users) {
      const pointer = locate('userPoolUser', `${pool.id}/${user.username}`) ?? ''
      user.groups.forEach((group, index) => {
        if (!groups.has(group))
          problems.error(pointer && pointerTo(pointer, 'Groups', index), 'unknown_group', `The pool ${pool.id} has no group ${group}.`)
      })
    }
  }
}
