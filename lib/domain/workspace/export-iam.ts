import { policyValueOf } from '../document/policy-text'
import { withoutEmpty } from '../document/without-empty'
import type { AccessKey, Account, IamGroup, IamRole, IamUser, InlinePolicy, ManagedPolicy, Tag } from '../world'
import { inNormalOrder } from './normal-order'
import { sortBy } from './sort-by'

type Exported = Readonly<Record<string, unknown>>

export interface ExportOptions {
  /** Adds secrets, hashes and private keys, for a restore that keeps passwords and tokens. */
  readonly secrets: boolean
}

const inline = (policies: readonly InlinePolicy[]) =>
  policies.map(({ name, document }) => ({ PolicyName: name, PolicyDocument: policyValueOf(document) }))
const attached = (arns: readonly string[]) => arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }))
const boundary = (arn: string | null) => arn && { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn }
const tags = (list: readonly Tag[]) => list.map(({ key, value }) => ({ Key: key, Value: value }))

export function exportUser(value: IamUser): Exported {
  const user = inNormalOrder('iamUser', value)
  return withoutEmpty({
    UserName: user.name,
    Path: user.path,
    UserId: user.id,
    Arn: user.arn,
    GroupList: user.groups,
    UserPolicyList: inline(user.inlinePolicies),
    AttachedManagedPolicies: attached(user.attachedPolicyArns),
    PermissionsBoundary: boundary(user.permissionsBoundaryArn),
    Tags: tags(user.tags),
  })
}

export function exportGroup(value: IamGroup): Exported {
  const group = inNormalOrder('iamGroup', value)
  return withoutEmpty({
    GroupName: group.name,
    Path: group.path,
    GroupId: group.id,
    Arn: group.arn,
    GroupPolicyList: inline(group.inlinePolicies),
    AttachedManagedPolicies: attached(group.attachedPolicyArns),
  })
}

export function exportRole(value: IamRole): Exported {
  const role = inNormalOrder('iamRole', value)
  return withoutEmpty({
    RoleName: role.name,
    Path: role.path,
    RoleId: role.id,
    Arn: role.arn,
    AssumeRolePolicyDocument: policyValueOf(role.trustPolicy),
    MaxSessionDuration: role.maxSessionDurationSec,
    RolePolicyList: inline(role.inlinePolicies),
    AttachedManagedPolicies: attached(role.attachedPolicyArns),
    PermissionsBoundary: boundary(role.permissionsBoundaryArn),
    Tags: tags(role.tags),
  })
}

export function exportManagedPolicy(policy: ManagedPolicy): Exported {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: policyValueOf(policy.document) }],
  }
}

export function exportAccessKey(key: AccessKey, { secrets }: ExportOptions): Exported {
  return {
    AccessKeyId: key.id,
    ...(secrets ? { SecretAccessKey: key.secret } : {}),
    UserName: key.userName,
    Status: key.active ? 'Active' : 'Inactive',
  }
}

/** The account without what stands in it. */
export function exportAccountHead(account: Account): Exported {
  return withoutEmpty({ id: account.id, alias: account.alias, organization: account.organization })
}

export function exportAccount(account: Account, options: ExportOptions): Exported {
  return withoutEmpty({
    ...exportAccountHead(account),
    iam: withoutEmpty({
      UserDetailList: sortBy(account.users, (user) => user.arn).map(exportUser),
      GroupDetailList: sortBy(account.groups, (group) => group.arn).map(exportGroup),
      RoleDetailList: sortBy(account.roles, (role) => role.arn).map(exportRole),
      Policies: sortBy(account.policies, (policy) => policy.arn).map(exportManagedPolicy),
    }),
    accessKeys: sortBy(account.accessKeys, (key) => key.id).map((key) => exportAccessKey(key, options)),
  })
}
