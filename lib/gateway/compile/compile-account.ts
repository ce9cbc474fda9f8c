import type { Account, IamGroup, IamRole, IamUser, InlinePolicy, ManagedPolicy } from '../../domain/world'
import type { CompiledAccount, CompiledPrincipal, PolicySlot } from '../snapshot'
import { collectSlots, type PolicyMemo } from './policy-memo'
import { tagFactsOf } from './tag-facts'

/** Users and roles with their compiled policies, and the users' keys. */
export function compileAccount(account: Account, memo: PolicyMemo): CompiledAccount {
  const managed = new Map(account.policies.map((policy) => [policy.arn, policy]))
  const groups = new Map(account.groups.map((group) => [group.name, group]))
  const users = new Map(account.users.map((user) => [user.name, compileUser(account, user, { managed, groups }, memo)]))
  const roles = account.roles.map((role) => compileEntity(account, 'role', role, attachmentsOf(role, managed, memo), managed, memo))
  const accessKeys = account.accessKeys.flatMap((key) => {
    const principal = users.get(key.userName)
    return principal ? [{ key, principal }] : []
  })
  return { account, principals: [...users.values(), ...roles], accessKeys }
}

interface Lookup {
  readonly managed: ReadonlyMap<string, ManagedPolicy>
  readonly groups: ReadonlyMap<string, IamGroup>
}

function compileUser(account: Account, user: IamUser, { managed, groups }: Lookup, memo: PolicyMemo): CompiledPrincipal {
  const slots = [...attachmentsOf(user, managed, memo)]
  for (const name of user.groups) {
    const group = groups.get(name)
    if (group) slots.push(...attachmentsOf(group, managed, memo))
    else slots.push({ ok: false, name: `the group ${name}`, problem: 'it does not exist' })
  }
  return compileEntity(account, 'user', user, slots, managed, memo)
}

/** Inline policies, then attached ones. An attached policy that does not exist could have denied. */
function attachmentsOf(
  entity: { readonly arn: string; readonly inlinePolicies: readonly InlinePolicy[]; readonly attachedPolicyArns: readonly string[] },
  managed: ReadonlyMap<string, ManagedPolicy>,
  memo: PolicyMemo,
): readonly PolicySlot[] {
  const inline = entity.inlinePolicies.map(({ name, document }) =>
    memo.compile(document, { kind: 'identity', source: { type: 'inline', id: `${entity.arn}#${name}`, name } }),
  )
  const attached = entity.attachedPolicyArns.map((arn): PolicySlot => {
    const policy = managed.get(arn)
    if (!policy) return { ok: false, name: arn, problem: 'it does not exist' }
    return memo.compile(policy.document, { kind: 'identity', source: { type: 'managed', id: arn, name: policy.name } })
  })
  return [...inline, ...attached]
}

function compileEntity(
  account: Account,
  type: 'user' | 'role',
  entity: IamUser | IamRole,
  slots: readonly PolicySlot[],
  managed: ReadonlyMap<string, ManagedPolicy>,
  memo: PolicyMemo,
): CompiledPrincipal {
  const identity = collectSlots(slots)
  const boundary = compileBoundary(entity.permissionsBoundaryArn, managed, memo)
  return {
    type,
    name: entity.name,
    arn: entity.arn,
    account,
    entity,
    identity: identity.policies,
    boundary: boundary?.ok ? boundary.policy : null,
    problem: identity.problem ?? (boundary && !boundary.ok ? `${boundary.name} (${boundary.problem})` : null),
    tagFacts: tagFactsOf(entity.tags.map(({ key, value }) => [key, value] as const)),
  }
}

function compileBoundary(arn: string | null, managed: ReadonlyMap<string, ManagedPolicy>, memo: PolicyMemo): PolicySlot | null {
  if (arn === null) return null
  const policy = managed.get(arn)
  if (!policy) return { ok: false, name: `the permissions boundary ${arn}`, problem: 'it does not exist' }
  return memo.compile(policy.document, { kind: 'boundary', source: { type: 'boundary', id: arn, name: policy.name } })
}
