import { z } from 'zod'
import type { AccountView, PrincipalSummary } from '../../domain/console-api'
import type { Account, IamRole, IamUser } from '../../domain/world'
import { defineVerb } from '../verb'

export const listPrincipals = defineVerb({
  role: 'viewer',
  summary: 'List the accounts with their users, groups, roles and managed policies',
  input: z.object({}),
  async run({ ports }): Promise<{ accounts: readonly AccountView[] }> {
    return { accounts: ports.enforcedWorld().accounts.map(toView) }
  },
})

function toView(account: Account): AccountView {
  const { id, alias, organization, users, groups, roles, policies } = account
  return {
    id,
    alias,
    organizationId: organization?.id ?? null,
    users: users.map((user) => summary('user', user, user.groups, keysOf(account, user))),
    roles: roles.map((role) => summary('role', role, [], 0)),
    groups: groups.map((group) => ({
      name: group.name,
      arn: group.arn,
      members: users.filter((user) => user.groups.includes(group.name)).map((user) => user.name),
      policyCount: group.inlinePolicies.length + group.attachedPolicyArns.length,
    })),
    policies: policies.map((policy) => ({ name: policy.name, arn: policy.arn, attachedTo: attachmentsOf(account, policy.arn) })),
  }
}

function summary(type: 'user' | 'role', item: IamUser | IamRole, groups: readonly string[], accessKeyCount: number): PrincipalSummary {
  return {
    type,
    name: item.name,
    arn: item.arn,
    groups,
    policyCount: item.inlinePolicies.length + item.attachedPolicyArns.length,
    hasBoundary: item.permissionsBoundaryArn !== null,
    accessKeyCount,
  }
}

function keysOf(account: Account, user: IamUser): number {
  return account.accessKeys.filter((key) => key.userName === user.name).length
}

/** ARNs of the principals that a managed policy is attached to, as policy or as boundary. */
export function attachmentsOf(account: Account, policyArn: string): readonly string[] {
  const attached = [...account.users, ...account.groups, ...account.roles].filter((item) => item.attachedPolicyArns.includes(policyArn))
  const bounded = [...account.users, ...account.roles].filter((item) => item.permissionsBoundaryArn === policyArn)
  return [...new Set([...attached, ...bounded].map((item) => item.arn))]
}
