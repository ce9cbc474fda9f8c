import { pointerTo } from '../document/pointer'
import type { AccessKey, Account, ManagedPolicy } from '../world'
import { applyGroup, applyManagedPolicy, applyRole, applyUser, isAwsManaged, policyArn } from './apply-iam'
import { choose, mergeList } from './merge'
import type { AccountDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

type AccessKeyDocument = NonNullable<AccountDocument['accessKeys']>[number]

export async function applyAccount(
  doc: AccountDocument,
  stored: Account | undefined,
  pointer: string,
  context: ApplyContext,
): Promise<Account> {
  const id = doc.id ?? ''
  context.places.set(placeOf('account', id), pointer)
  return {
    id,
    alias: choose(context, doc.alias, stored?.alias, null),
    organization: choose(context, doc.organization, stored?.organization, null),
    ...(await applyIam(id, doc, stored, pointer, context)),
    accessKeys: await mergeList(context, {
      stored: stored?.accessKeys ?? [],
      given: doc.accessKeys,
      pointer: pointerTo(pointer, 'accessKeys'),
      storedKey: (key) => key.id,
      givenKey: (key) => key.AccessKeyId ?? '',
      build: (key, old, at) => applyAccessKey(key, old, at, context),
    }),
  }
}

type IamLists = Pick<Account, 'users' | 'groups' | 'roles' | 'policies'>

async function applyIam(
  id: string,
  doc: AccountDocument,
  stored: Account | undefined,
  pointer: string,
  context: ApplyContext,
): Promise<IamLists> {
  const at = (list: string) => pointerTo(pointer, 'iam', list)
  return {
    users: await mergeList(context, {
      stored: stored?.users ?? [],
      given: doc.iam?.UserDetailList,
      pointer: at('UserDetailList'),
      storedKey: (user) => user.name.toLowerCase(),
      givenKey: (user) => (user.UserName ?? '').toLowerCase(),
      build: (user, old, here) => applyUser(id, user, old, here, context),
    }),
    groups: await mergeList(context, {
      stored: stored?.groups ?? [],
      given: doc.iam?.GroupDetailList,
      pointer: at('GroupDetailList'),
      storedKey: (group) => group.name.toLowerCase(),
      givenKey: (group) => (group.GroupName ?? '').toLowerCase(),
      build: (group, old, here) => applyGroup(id, group, old, here, context),
    }),
    roles: await mergeList(context, {
      stored: stored?.roles ?? [],
      given: doc.iam?.RoleDetailList,
      pointer: at('RoleDetailList'),
      storedKey: (role) => role.name.toLowerCase(),
      givenKey: (role) => (role.RoleName ?? '').toLowerCase(),
      build: (role, old, here) => applyRole(id, role, old, here, context),
    }),
    policies: await applyPolicies(id, doc, stored?.policies ?? [], at('Policies'), context),
  }
}

/** An AWS managed policy that another account holds already is not kept twice. */
async function applyPolicies(
  id: string,
  doc: AccountDocument,
  stored: readonly ManagedPolicy[],
  pointer: string,
  context: ApplyContext,
): Promise<readonly ManagedPolicy[]> {
  const policies = await mergeList(context, {
    stored,
    given: doc.iam?.Policies,
    pointer,
    storedKey: (policy) => policy.arn.toLowerCase(),
    givenKey: (policy) => policyArn(id, policy).toLowerCase(),
    build: (policy, old, here) => applyManagedPolicy(id, policy, old, here, context),
  })
  return policies.filter(({ arn }) => {
    if (!isAwsManaged(arn)) return true
    const holder = context.sharedPolicies.get(arn) ?? id
    context.sharedPolicies.set(arn, holder)
    return holder === id
  })
}

function applyAccessKey(doc: AccessKeyDocument, stored: AccessKey | undefined, pointer: string, context: ApplyContext): AccessKey {
  const id = doc.AccessKeyId ?? ''
  context.places.set(placeOf('accessKey', id), pointer)
  const secret = doc.SecretAccessKey ?? stored?.secret
  if (secret === undefined)
    context.problems.error(pointerTo(pointer, 'SecretAccessKey'), 'secret_required', `The key ${id} is new here: give its secret.`)
  const userName = choose(context, doc.UserName, stored?.userName, '')
  if (userName === '') context.problems.error(pointerTo(pointer, 'UserName'), 'required', 'UserName is missing.')
  const active = choose(context, doc.Status === undefined ? undefined : doc.Status === 'Active', stored?.active, true)
  return { id, secret: secret ?? '', userName, active }
}
