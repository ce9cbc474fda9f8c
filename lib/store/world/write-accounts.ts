import type { ObjectOfKind } from '../../domain/workspace/object-key'
import type { Account, IamGroup, IamRole, IamUser, InlinePolicy, ManagedPolicy } from '../../domain/world'
import type { Transaction } from '../database'
import { type SecretBox, sha256Hex } from '../secret-box'
import { writeTags } from './columns'
import { places } from './places'

/** An object of an account, which its ARN does not always name: policies of AWS have none. */
export interface Owned<T> {
  readonly account: string
  readonly value: T
}

export async function saveAccount(tx: Transaction, account: Account): Promise<void> {
  const data = {
    alias: account.alias,
    organizationId: account.organization?.id ?? null,
    organizationPath: account.organization?.path ?? null,
  }
  await tx.account.upsert({ where: { id: account.id }, create: { id: account.id, ...data }, update: data })
}

export async function saveIamUser(tx: Transaction, { account, value: user }: Owned<IamUser>): Promise<void> {
  const data = {
    accountId: account,
    name: user.name,
    id: user.id,
    path: user.path,
    attachedPolicyArns: [...user.attachedPolicyArns],
    permissionsBoundaryArn: user.permissionsBoundaryArn,
    tags: writeTags(user.tags),
  }
  await tx.iamUser.upsert({ where: { arn: user.arn }, create: { arn: user.arn, ...data }, update: data })
  await tx.iamGroupMember.deleteMany({ where: { userArn: user.arn } })
  await tx.iamGroupMember.createMany({
    data: user.groups.map((groupName, position) => ({ userArn: user.arn, accountId: account, groupName, position })),
  })
  await saveInlinePolicies(tx, { arn: user.arn, owner: 'userArn' }, user.inlinePolicies)
}

export async function saveIamGroup(tx: Transaction, { account, value: group }: Owned<IamGroup>): Promise<void> {
  const data = {
    accountId: account,
    name: group.name,
    id: group.id,
    path: group.path,
    attachedPolicyArns: [...group.attachedPolicyArns],
  }
  await tx.iamGroup.upsert({ where: { arn: group.arn }, create: { arn: group.arn, ...data }, update: data })
  await saveInlinePolicies(tx, { arn: group.arn, owner: 'groupArn' }, group.inlinePolicies)
}

export async function saveIamRole(tx: Transaction, { account, value: role }: Owned<IamRole>): Promise<void> {
  const data = {
    accountId: account,
    name: role.name,
    id: role.id,
    path: role.path,
    trustPolicy: role.trustPolicy,
    trustPolicySha256: sha256Hex(role.trustPolicy),
    attachedPolicyArns: [...role.attachedPolicyArns],
    permissionsBoundaryArn: role.permissionsBoundaryArn,
    maxSessionDurationSec: role.maxSessionDurationSec,
    tags: writeTags(role.tags),
  }
  await tx.iamRole.upsert({ where: { arn: role.arn }, create: { arn: role.arn, ...data }, update: data })
  await saveInlinePolicies(tx, { arn: role.arn, owner: 'roleArn' }, role.inlinePolicies)
}

export async function saveManagedPolicy(tx: Transaction, { account, value: policy }: Owned<ManagedPolicy>): Promise<void> {
  const data = {
    accountId: account,
    name: policy.name,
    id: policy.id,
    path: policy.path,
    document: policy.document,
    documentSha256: sha256Hex(policy.document),
  }
  await tx.managedPolicy.upsert({ where: { arn: policy.arn }, create: { arn: policy.arn, ...data }, update: data })
}

export async function saveAccessKey(
  tx: Transaction,
  { account, accessKey: key }: ObjectOfKind['accessKey'],
  box: SecretBox,
): Promise<void> {
  const data = {
    accountId: account,
    userName: key.userName,
    active: key.active,
    secretSealed: box.seal(key.secret, places.accessKeySecret(key.id)),
  }
  await tx.accessKey.upsert({ where: { id: key.id }, create: { id: key.id, ...data }, update: data })
}

async function saveInlinePolicies(
  tx: Transaction,
  principal: { arn: string; owner: 'userArn' | 'groupArn' | 'roleArn' },
  policies: readonly InlinePolicy[],
): Promise<void> {
  await tx.iamInlinePolicy.deleteMany({ where: { principalArn: principal.arn } })
  await tx.iamInlinePolicy.createMany({
    data: policies.map(({ name, document }, position) => ({
      principalArn: principal.arn,
      [principal.owner]: principal.arn,
      name,
      position,
      document,
      documentSha256: sha256Hex(document),
    })),
  })
}
