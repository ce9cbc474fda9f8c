import type { AccessKey, Account, IamGroup, IamRole, IamUser, InlinePolicy, ManagedPolicy } from '../../domain/world'
import type { Transaction } from '../database'
import type { SecretBox } from '../secret-box'
import { readTags } from './columns'
import { groupBy } from './group-by'
import { places } from './places'

/** Every account with what belongs to it; eight queries, however many there are. */
export async function loadAccounts(tx: Transaction, box: SecretBox): Promise<readonly Account[]> {
  const accounts = await tx.account.findMany({ orderBy: { id: 'asc' } })
  const inline = await loadInlinePolicies(tx)
  const users = await loadUsers(tx, inline)
  const groups = await loadGroups(tx, inline)
  const roles = await loadRoles(tx, inline)
  const policies = groupBy(await tx.managedPolicy.findMany({ orderBy: { arn: 'asc' } }), (row) => row.accountId)
  const accessKeys = groupBy(await tx.accessKey.findMany({ orderBy: { id: 'asc' } }), (row) => row.accountId)
  return accounts.map(({ id, alias, organizationId, organizationPath }) => ({
    id,
    alias,
    organization: organizationId === null || organizationPath === null ? null : { id: organizationId, path: organizationPath },
    users: users.get(id) ?? [],
    groups: groups.get(id) ?? [],
    roles: roles.get(id) ?? [],
    policies: (policies.get(id) ?? []).map(
      (row): ManagedPolicy => ({ name: row.name, id: row.id, path: row.path, arn: row.arn, document: row.document }),
    ),
    accessKeys: (accessKeys.get(id) ?? []).map(
      (row): AccessKey => ({
        id: row.id,
        secret: box.open(row.secretSealed, places.accessKeySecret(row.id)),
        userName: row.userName,
        active: row.active,
      }),
    ),
  }))
}

type InlineByPrincipal = ReadonlyMap<string, readonly InlinePolicy[]>

async function loadInlinePolicies(tx: Transaction): Promise<InlineByPrincipal> {
  const rows = await tx.iamInlinePolicy.findMany({
    orderBy: [{ principalArn: 'asc' }, { position: 'asc' }],
    select: { principalArn: true, name: true, document: true },
  })
  const grouped = groupBy(rows, (row) => row.principalArn)
  return new Map([...grouped].map(([arn, list]) => [arn, list.map(({ name, document }) => ({ name, document }))]))
}

async function loadUsers(tx: Transaction, inline: InlineByPrincipal): Promise<ReadonlyMap<string, readonly IamUser[]>> {
  const rows = await tx.iamUser.findMany({ orderBy: { arn: 'asc' } })
  const memberships = groupBy(
    await tx.iamGroupMember.findMany({ orderBy: [{ userArn: 'asc' }, { position: 'asc' }] }),
    (row) => row.userArn,
  )
  return groupBy(
    rows,
    (row) => row.accountId,
    (row): IamUser => ({
      name: row.name,
      id: row.id,
      path: row.path,
      arn: row.arn,
      groups: (memberships.get(row.arn) ?? []).map((member) => member.groupName),
      inlinePolicies: inline.get(row.arn) ?? [],
      attachedPolicyArns: row.attachedPolicyArns,
      permissionsBoundaryArn: row.permissionsBoundaryArn,
      tags: readTags(row.tags),
    }),
  )
}

async function loadGroups(tx: Transaction, inline: InlineByPrincipal): Promise<ReadonlyMap<string, readonly IamGroup[]>> {
  return groupBy(
    await tx.iamGroup.findMany({ orderBy: { arn: 'asc' } }),
    (row) => row.accountId,
    (row): IamGroup => ({
      name: row.name,
      id: row.id,
      path: row.path,
      arn: row.arn,
      inlinePolicies: inline.get(row.arn) ?? [],
      attachedPolicyArns: row.attachedPolicyArns,
    }),
  )
}

async function loadRoles(tx: Transaction, inline: InlineByPrincipal): Promise<ReadonlyMap<string, readonly IamRole[]>> {
  return groupBy(
    await tx.iamRole.findMany({ orderBy: { arn: 'asc' } }),
    (row) => row.accountId,
    (row): IamRole => ({
      name: row.name,
      id: row.id,
      path: row.path,
      arn: row.arn,
      trustPolicy: row.trustPolicy,
      inlinePolicies: inline.get(row.arn) ?? [],
      attachedPolicyArns: row.attachedPolicyArns,
      permissionsBoundaryArn: row.permissionsBoundaryArn,
      maxSessionDurationSec: row.maxSessionDurationSec,
      tags: readTags(row.tags),
    }),
  )
}
