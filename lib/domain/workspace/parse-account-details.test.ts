import { describe, expect, it } from 'vitest'
import { findPrincipal, listIdentityPolicies } from '../lookups'
import { EMPTY_WORLD, fakeGenerate } from '../testing/fake-generate'
import { applyWorkspace } from './apply-workspace'
import { isAccountDetails, parseAccountDetails } from './parse-account-details'

const policy = (effect: string) => ({ Version: '2012-10-17', Statement: [{ Effect: effect, Action: 'execute-api:Invoke', Resource: '*' }] })
/** The shape of `aws iam get-account-authorization-details`, AWS managed policies included. */
const DETAILS = {
  UserDetailList: [
    {
      Path: '/team/',
      UserName: 'ann',
      UserId: 'AIDACKCEVSQ6C2EXAMPLE',
      Arn: 'arn:aws:iam::123456789012:user/team/ann',
      CreateDate: '2013-10-14T18:32:24+00:00',
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: encodeURIComponent(JSON.stringify(policy('Allow'))) }],
      GroupList: ['admins'],
      AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    },
  ],
  GroupDetailList: [
    {
      Path: '/',
      GroupName: 'admins',
      GroupId: 'AGPACKCEVSQ6C2EXAMPLE',
      Arn: 'arn:aws:iam::123456789012:group/admins',
      CreateDate: '2013-10-14T18:32:24+00:00',
      GroupPolicyList: [{ PolicyName: 'shared', PolicyDocument: policy('Deny') }],
      AttachedManagedPolicies: [],
    },
  ],
  RoleDetailList: [
    {
      Path: '/service-role/',
      RoleName: 'worker',
      RoleId: 'AROACKCEVSQ6C2EXAMPLE',
      Arn: 'arn:aws:iam::123456789012:role/service-role/worker',
      CreateDate: '2014-07-30T17:09:20+00:00',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      InstanceProfileList: [{ InstanceProfileName: 'worker' }],
      RolePolicyList: [],
      AttachedManagedPolicies: [],
      RoleLastUsed: {},
    },
  ],
  Policies: [
    {
      PolicyName: 'ReadOnlyAccess',
      PolicyId: 'ANPAILL3HVNFSB6DCOWYQ',
      Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      Path: '/',
      DefaultVersionId: 'v2',
      AttachmentCount: 1,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: '2015-02-06T18:39:48+00:00',
      UpdateDate: '2015-02-06T18:39:48+00:00',
      PolicyVersionList: [
        { VersionId: 'v2', IsDefaultVersion: true, Document: policy('Allow'), CreateDate: '2015-02-06T18:39:48+00:00' },
        { VersionId: 'v1', IsDefaultVersion: false, Document: policy('Deny'), CreateDate: '2015-02-06T18:39:48+00:00' },
      ],
    },
  ],
  IsTruncated: false,
}

describe('the output of aws iam get-account-authorization-details', () => {
  it('is taken as it is: account, ids, paths, policies of all kinds', async () => {
    expect(isAccountDetails(DETAILS)).toBe(true)
    const parsed = parseAccountDetails(JSON.stringify(DETAILS), '000000000000')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    const result = await applyWorkspace(EMPTY_WORLD, parsed.document, { mode: 'merge', generate: fakeGenerate() })
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    const { world } = result
    expect(world.accounts[0]).toMatchObject({ id: '123456789012', roles: [{ arn: 'arn:aws:iam::123456789012:role/service-role/worker' }] })
    const ann = findPrincipal(world, 'arn:aws:iam::123456789012:user/team/ann')
    if (!ann) throw new Error('no such user')
    const named = listIdentityPolicies(world, ann).map(({ type, name, document }) => [type, name, JSON.parse(document).Statement[0].Effect])
    expect(named).toEqual([
      ['inline', 'own', 'Allow'],
      ['managed', 'ReadOnlyAccess', 'Allow'],
      ['inline', 'shared', 'Deny'],
    ])
    const session = findPrincipal(world, 'arn:aws:sts::123456789012:assumed-role/worker/night')
    expect(session).toMatchObject({ type: 'role', sessionName: 'night', role: { id: 'AROACKCEVSQ6C2EXAMPLE' } })
  })

  it('two accounts share one copy of an AWS managed policy', async () => {
    const other = JSON.stringify(DETAILS).replaceAll('123456789012', '210987654321').replaceAll('CKCEVSQ6C2EXAMPLE', 'CKCEVSQ6C2ELPMAXE')
    let world = EMPTY_WORLD
    for (const text of [JSON.stringify(DETAILS), other]) {
      const parsed = parseAccountDetails(text, '000000000000')
      const result = parsed.ok ? await applyWorkspace(world, parsed.document, { mode: 'merge', generate: fakeGenerate() }) : parsed
      if (!result.ok || !('world' in result)) throw new Error(JSON.stringify(result))
      world = result.world
    }
    expect(world.accounts.map((account) => account.policies.length)).toEqual([1, 0])
    const ann = findPrincipal(world, 'arn:aws:iam::210987654321:user/team/ann')
    expect(ann && listIdentityPolicies(world, ann).map(({ name }) => name)).toContain('ReadOnlyAccess')
  })

  it('reports what is enforced and what is not kept, and points into the text', () => {
    const { rows } = parseAccountDetails(JSON.stringify(DETAILS), '000000000000')
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/UserDetailList/0/UserName', treatment: 'enforced' }),
        expect.objectContaining({ pointer: '/RoleDetailList/0/InstanceProfileList', treatment: 'descriptive' }),
      ]),
    )
    const wrong = parseAccountDetails(JSON.stringify({ UserDetailList: [{ UserName: 'a b' }] }), '000000000000')
    expect(wrong).toMatchObject({ ok: false, issues: [{ pointer: '/UserDetailList/0/UserName' }] })
  })
})
