import { pointerTo } from '../document/pointer'
import type { IamGroup, IamRole, IamUser, InlinePolicy, ManagedPolicy } from '../world'
import { checkPolicy } from './check-policy'
import { choose } from './merge'
import type { AccountDocument } from './workspace-shape'
import { type ApplyContext, newIamId, placeOf } from './world-context'

type Iam = NonNullable<AccountDocument['iam']>
type Item<L> = L extends readonly (infer T)[] ? T : never
export type UserDocument = Item<NonNullable<Iam['UserDetailList']>>
export type GroupDocument = Item<NonNullable<Iam['GroupDetailList']>>
export type RoleDocument = Item<NonNullable<Iam['RoleDetailList']>>
export type ManagedPolicyDocument = Item<NonNullable<Iam['Policies']>>

const AWS_MANAGED = 'arn:aws:iam::aws:policy/'

export function isAwsManaged(arn: string): boolean {
  return arn.startsWith(AWS_MANAGED)
}

/** Source: IAM user guide, ARNs of users, groups, roles and policies. */
function iamArn(account: string, type: 'user' | 'group' | 'role' | 'policy', path: string, name: string): string {
  return `arn:aws:iam::${account}:${type}${path}${name}`
}

/** ARN that a policy of a document has. */
export function policyArn(account: string, doc: ManagedPolicyDocument): string {
  return doc.Arn !== undefined && isAwsManaged(doc.Arn)
    ? doc.Arn
    : iamArn(account, 'policy', doc.Path ?? pathOf(doc.Arn), doc.PolicyName ?? '')
}

function pathOf(arn: string | undefined): string {
  return arn?.match(/^arn:[^:]*:iam::[^:]*:[a-z]+(\/.*)?\/[^/]+$/)?.[1]?.concat('/') ?? '/'
}

function named(arn: string, written: string | undefined, pointer: string, { problems }: ApplyContext): string {
  if (written !== undefined && written !== arn)
    problems.error(pointerTo(pointer, 'Arn'), 'invalid_value', `By account, path and name the ARN is ${arn}.`)
  return arn
}

type InlineDocuments = UserDocument['UserPolicyList']

function readInline(docs: InlineDocuments, pointer: string, context: ApplyContext): readonly InlinePolicy[] | undefined {
  return docs?.map((doc, index) => {
    const document = doc.PolicyDocument ?? ''
    checkPolicy(document, 'identity', pointerTo(pointer, index, 'PolicyDocument'), context.problems)
    return { name: doc.PolicyName ?? '', document }
  })
}

const arnsOf = (docs: UserDocument['AttachedManagedPolicies']) => docs?.map((doc) => doc.PolicyArn ?? '')
const tagsOf = (docs: UserDocument['Tags']) => docs?.map((doc) => ({ key: doc.Key ?? '', value: doc.Value ?? '' }))
const boundaryOf = (doc: UserDocument['PermissionsBoundary']) => (doc === undefined ? undefined : (doc?.PermissionsBoundaryArn ?? null))

export function applyUser(
  account: string,
  doc: UserDocument,
  stored: IamUser | undefined,
  pointer: string,
  context: ApplyContext,
): IamUser {
  const name = doc.UserName ?? ''
  const path = choose(context, doc.Path, stored?.path, pathOf(doc.Arn))
  const arn = named(iamArn(account, 'user', path, name), doc.Arn, pointer, context)
  context.places.set(placeOf('iamUser', arn), pointer)
  return {
    name,
    id: doc.UserId ?? stored?.id ?? newIamId('AIDA', context.generate),
    path,
    arn,
    groups: choose(context, doc.GroupList && [...new Set(doc.GroupList)], stored?.groups, []),
    inlinePolicies: choose(
      context,
      readInline(doc.UserPolicyList, pointerTo(pointer, 'UserPolicyList'), context),
      stored?.inlinePolicies,
      [],
    ),
    attachedPolicyArns: choose(context, arnsOf(doc.AttachedManagedPolicies), stored?.attachedPolicyArns, []),
    permissionsBoundaryArn: choose(context, boundaryOf(doc.PermissionsBoundary), stored?.permissionsBoundaryArn, null),
    tags: choose(context, tagsOf(doc.Tags), stored?.tags, []),
  }
}

export function applyGroup(
  account: string,
  doc: GroupDocument,
  stored: IamGroup | undefined,
  pointer: string,
  context: ApplyContext,
): IamGroup {
  const name = doc.GroupName ?? ''
  const path = choose(context, doc.Path, stored?.path, pathOf(doc.Arn))
  const arn = named(iamArn(account, 'group', path, name), doc.Arn, pointer, context)
  context.places.set(placeOf('iamGroup', arn), pointer)
  return {
    name,
    id: doc.GroupId ?? stored?.id ?? newIamId('AGPA', context.generate),
    path,
    arn,
    inlinePolicies: choose(
      context,
      readInline(doc.GroupPolicyList, pointerTo(pointer, 'GroupPolicyList'), context),
      stored?.inlinePolicies,
      [],
    ),
    attachedPolicyArns: choose(context, arnsOf(doc.AttachedManagedPolicies), stored?.attachedPolicyArns, []),
  }
}

const SESSION_DEFAULT_SEC = 3600

export function applyRole(
  account: string,
  doc: RoleDocument,
  stored: IamRole | undefined,
  pointer: string,
  context: ApplyContext,
): IamRole {
  const name = doc.RoleName ?? ''
  const path = choose(context, doc.Path, stored?.path, pathOf(doc.Arn))
  const arn = named(iamArn(account, 'role', path, name), doc.Arn, pointer, context)
  context.places.set(placeOf('iamRole', arn), pointer)
  const trust = doc.AssumeRolePolicyDocument
  const at = pointerTo(pointer, 'AssumeRolePolicyDocument')
  if (trust !== undefined) checkPolicy(trust, 'trust', at, context.problems)
  const trustPolicy = choose(context, trust, stored?.trustPolicy, '')
  if (trustPolicy === '' && trust === undefined) context.problems.error(at, 'required', 'A role needs a trust policy.')
  return {
    name,
    id: doc.RoleId ?? stored?.id ?? newIamId('AROA', context.generate),
    path,
    arn,
    trustPolicy,
    inlinePolicies: choose(
      context,
      readInline(doc.RolePolicyList, pointerTo(pointer, 'RolePolicyList'), context),
      stored?.inlinePolicies,
      [],
    ),
    attachedPolicyArns: choose(context, arnsOf(doc.AttachedManagedPolicies), stored?.attachedPolicyArns, []),
    permissionsBoundaryArn: choose(context, boundaryOf(doc.PermissionsBoundary), stored?.permissionsBoundaryArn, null),
    maxSessionDurationSec: choose(context, doc.MaxSessionDuration, stored?.maxSessionDurationSec, SESSION_DEFAULT_SEC),
    tags: choose(context, tagsOf(doc.Tags), stored?.tags, []),
  }
}

export function applyManagedPolicy(
  account: string,
  doc: ManagedPolicyDocument,
  stored: ManagedPolicy | undefined,
  pointer: string,
  context: ApplyContext,
): ManagedPolicy {
  const arn = policyArn(account, doc)
  if (!isAwsManaged(arn)) named(arn, doc.Arn, pointer, context)
  context.places.set(placeOf('iamPolicy', arn), pointer)
  return {
    name: doc.PolicyName ?? '',
    id: doc.PolicyId ?? stored?.id ?? newIamId('ANPA', context.generate),
    path: doc.Path ?? pathOf(arn),
    arn,
    document: readDefaultVersion(doc, stored, pointer, context) ?? stored?.document ?? '',
  }
}

function readDefaultVersion(
  doc: ManagedPolicyDocument,
  stored: ManagedPolicy | undefined,
  pointer: string,
  { mode, problems }: ApplyContext,
): string | undefined {
  const at = pointerTo(pointer, 'PolicyVersionList')
  const versions = doc.PolicyVersionList
  if (versions === undefined) {
    if (mode === 'replace' || !stored) problems.error(at, 'required', 'A managed policy needs its versions.')
    return undefined
  }
  const marked = versions.findIndex((version) => version.IsDefaultVersion === true || version.VersionId === doc.DefaultVersionId)
  const index = marked < 0 && versions.length === 1 ? 0 : marked
  const version = versions[index]
  if (!version) {
    problems.error(at, 'required', 'One version is the default: set IsDefaultVersion.')
    return undefined
  }
  const text = version.Document ?? ''
  checkPolicy(text, 'identity', pointerTo(at, index, 'Document'), problems)
  return text
}
