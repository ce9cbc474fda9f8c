import { z } from 'zod'
import { policyTextOf } from '../document/policy-text'
import { arn, groupName, iamId, iamPath, policyName, roleName, userName } from './patterns'
import { descriptive, enforced, key, listOf, nullable, object, readOnly, type Shape, unsupported } from './shape'

const policyText = z.unknown().transform((value, context) => {
  const text = policyTextOf(value)
  if (text === null) context.addIssue({ code: 'custom', message: 'A policy is an object, JSON text or percent-encoded JSON text.' })
  return text ?? ''
})

const dates = readOnly('AWS notes when; Gatehouse keeps its own history.')

const inlinePolicy = {
  PolicyName: key('Names the policy in explanations.', policyName),
  PolicyDocument: { ...enforced('Evaluated for each request of the principal.', policyText), required: true },
} satisfies Shape

const attachedPolicy = {
  PolicyArn: key('The managed policy that is evaluated.', arn),
  PolicyName: readOnly('The ARN tells the name.'),
} satisfies Shape

const boundary = {
  PermissionsBoundaryArn: key('The managed policy that limits the principal.', arn),
  PermissionsBoundaryType: unsupported('A boundary is a managed policy.', 'Policy', 'PermissionsBoundaryPolicy'),
} satisfies Shape

const tag = {
  Key: key('aws:PrincipalTag key.', z.string().min(1).max(128)),
  Value: { ...enforced('aws:PrincipalTag value.', z.string().max(256)), required: true },
} satisfies Shape

const inlineList = (name: string) => listOf('Evaluated for each request of the principal.', inlinePolicy, name, (item) => item.PolicyName)
const attachedList = listOf(
  'Managed policies evaluated for each request.',
  attachedPolicy,
  'AttachedManagedPolicies',
  (item) => item.PolicyArn,
)
const tagList = listOf('aws:PrincipalTag.', tag, 'Tags', (item) => item.Key)
const boundaryField = nullable(object('Limits what the principal may do.', boundary, 'PermissionsBoundary'))
const path = enforced('Part of the ARN.', iamPath)
const ownArn = enforced('Must agree with account, path and name.', arn)

export const userShape = {
  UserName: key('Names the user in ARNs.', userName),
  Path: path,
  UserId: enforced('aws:userid.', iamId('AIDA')),
  Arn: ownArn,
  CreateDate: dates,
  PasswordLastUsed: dates,
  UserPolicyList: inlineList('UserPolicyList'),
  GroupList: enforced('Groups whose policies apply.', z.array(groupName)),
  AttachedManagedPolicies: attachedList,
  PermissionsBoundary: boundaryField,
  Tags: tagList,
} satisfies Shape

export const groupShape = {
  GroupName: key('Names the group.', groupName),
  Path: path,
  GroupId: enforced('Kept as the id of the group.', iamId('AGPA')),
  Arn: ownArn,
  CreateDate: dates,
  GroupPolicyList: inlineList('GroupPolicyList'),
  AttachedManagedPolicies: attachedList,
} satisfies Shape

export const roleShape = {
  RoleName: key('Names the role in ARNs.', roleName),
  Path: path,
  RoleId: enforced('aws:userid of its sessions.', iamId('AROA')),
  Arn: ownArn,
  CreateDate: dates,
  Description: readOnly('Text for people; it is not kept.'),
  AssumeRolePolicyDocument: enforced('Who may assume the role.', policyText),
  MaxSessionDuration: enforced('Longest session in seconds.', z.int().min(3600).max(43200)),
  InstanceProfileList: readOnly('Instance profiles have no meaning here.'),
  RolePolicyList: inlineList('RolePolicyList'),
  AttachedManagedPolicies: attachedList,
  PermissionsBoundary: boundaryField,
  Tags: tagList,
  RoleLastUsed: dates,
} satisfies Shape

const policyVersion = {
  VersionId: key('Tells which version is the default.', z.string().regex(/^v[1-9]\d*$/)),
  Document: { ...enforced('Evaluated when it is the default version.', policyText), required: true },
  IsDefaultVersion: enforced('Only the default version is kept.', z.boolean()),
  CreateDate: dates,
} satisfies Shape

export const policyShape = {
  PolicyName: key('Names the policy.', policyName),
  PolicyId: enforced('Kept as the id of the policy.', iamId('ANPA')),
  Arn: enforced('What principals attach.', arn),
  Path: path,
  DefaultVersionId: enforced('The version that is evaluated.', z.string()),
  AttachmentCount: readOnly('Counted afresh.'),
  PermissionsBoundaryUsageCount: readOnly('Counted afresh.'),
  IsAttachable: unsupported('Every policy is attachable.', true),
  Description: readOnly('Text for people; it is not kept.'),
  CreateDate: dates,
  UpdateDate: dates,
  PolicyVersionList: listOf('The default version is evaluated.', policyVersion, 'PolicyVersionList', (item) => item.VersionId),
} satisfies Shape

export const iamShape = {
  UserDetailList: listOf('Users.', userShape, 'UserDetailList', (item) => item.UserName?.toLowerCase()),
  GroupDetailList: listOf('Groups.', groupShape, 'GroupDetailList', (item) => item.GroupName?.toLowerCase()),
  RoleDetailList: listOf('Roles.', roleShape, 'RoleDetailList', (item) => item.RoleName?.toLowerCase()),
  Policies: listOf('Managed policies.', policyShape, 'Policies', (item) => item.Arn ?? item.PolicyName),
  IsTruncated: unsupported('The list is cut off: fetch it whole (aws iam get-account-authorization-details without --max-items).', false),
  Marker: unsupported('The list is cut off: fetch it whole.'),
} satisfies Shape

export const accessKeyShape = {
  AccessKeyId: key(
    'Names the key in signatures.',
    z.string().regex(/^[A-Z0-9]{16,128}$/, 'An access key id has 16 to 128 capitals and digits.'),
  ),
  SecretAccessKey: enforced('Checks signatures; kept encrypted.', z.string().min(16).max(128)),
  UserName: enforced('The user that the key belongs to.', userName),
  Status: enforced('Inactive keys are refused.', z.enum(['Active', 'Inactive'])),
  CreateDate: dates,
} satisfies Shape

const later = (what: string) => unsupported(`${what} cannot be enforced.`)

export const accountShape = {
  id: key(
    'The account in ARNs.',
    z.string({ error: 'An account id is a string of 12 digits; quote it.' }).regex(/^\d{12}$/, 'An account id has 12 digits.'),
  ),
  alias: descriptive('Name for people.', z.string().min(1).max(63).nullable()),
  organization: enforced(
    'aws:PrincipalOrgID and aws:PrincipalOrgPaths.',
    z
      .strictObject({
        id: z.string().regex(/^o-[a-z0-9]{10,32}$/, 'An organization id looks like o-a1b2c3d4e5.'),
        path: z.string().min(1).max(1024),
      })
      .nullable(),
  ),
  serviceControlPolicies: later('Service control policies'),
  resourceControlPolicies: later('Resource control policies'),
  oidcProviders: later('OIDC providers'),
  mfaDevices: later('MFA devices'),
  iam: object('Users, groups, roles and managed policies.', iamShape, 'iam'),
  accessKeys: listOf('Keys that sign requests.', accessKeyShape, 'accessKeys', (item) => item.AccessKeyId),
} satisfies Shape
