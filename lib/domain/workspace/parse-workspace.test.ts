import { describe, expect, it } from 'vitest'
import { EMPTY_WORLD, fakeGenerate } from '../testing/fake-generate'
import type { World } from '../world'
import { applyWorkspace } from './apply-workspace'
import { parseWorkspace } from './parse-workspace'

/** Every problem of a document as `pointer code`, whichever step finds it. */
async function problemsOf(source: unknown, world: World = EMPTY_WORLD): Promise<readonly string[]> {
  const before = structuredClone(world)
  const parsed = parseWorkspace(source)
  const result = parsed.ok ? await applyWorkspace(world, parsed.document, { mode: 'replace', generate: fakeGenerate() }) : parsed
  expect(world).toEqual(before)
  if (result.ok) return []
  for (const issue of result.issues) expect(issue.message).toMatch(/\S/)
  return result.issues.filter((issue) => issue.severity === 'error').map(({ pointer, code }) => `${pointer} ${code}`)
}

const account = (fields: object) => ({ gatehouse: 1, accounts: [{ id: '111122223333', ...fields }] })
const iam = (fields: object) => account({ iam: fields })
const pool = (fields: object) => ({ ...account({}), userPools: [{ Id: 'us-east-1_Abc123', account: '111122223333', ...fields }] })
const client = (fields: object) => pool({ clients: [{ ClientId: 'web', ...fields }] })
const api = (fields: object) => ({
  ...account({}),
  apis: [
    {
      id: 'a1b2c3d4e5',
      account: '111122223333',
      region: 'us-east-1',
      protocol: 'REST',
      definition: { openapi: '3.0.1', info: { title: 'x' }, paths: {} },
      ...fields,
    },
  ],
})
const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }] }

const CASES: readonly {
  readonly source: string
  readonly name: string
  readonly document: unknown
  readonly problems: readonly string[]
}[] = [
  { source: 'DECISIONS Workspace document', name: 'no document at all', document: '', problems: [' invalid_type'] },
  { source: 'DESIGN', name: 'no version', document: {}, problems: ['/gatehouse required'] },
  { source: 'DESIGN', name: 'another version', document: { gatehouse: 2 }, problems: ['/gatehouse invalid_value'] },
  { source: 'DESIGN', name: 'an unknown part', document: { gatehouse: 1, constructor: [] }, problems: ['/constructor unknown_field'] },
  { source: 'RFC 8259', name: 'broken JSON', document: '{"gatehouse": 1,, }', problems: [' syntax'] },
  {
    source: 'DECISIONS',
    name: 'a repeated key in JSON',
    document: '{"gatehouse":1,"apis":[],"apis":[]}',
    problems: ['/apis duplicate_key'],
  },
  { source: 'DECISIONS', name: 'a repeated key in YAML', document: 'gatehouse: 1\napis: []\napis: []', problems: [' duplicate_key'] },
  { source: 'DECISIONS', name: 'an alias in YAML', document: 'gatehouse: 1\napis: &a []\ntests: *a', problems: [' alias'] },
  { source: 'YAML 1.2', name: 'a second document in YAML', document: 'gatehouse: 1\n---\ngatehouse: 1', problems: [' syntax'] },
  { source: 'bounded work', name: 'YAML without a bottom', document: `gatehouse: 1\napis: ${'['.repeat(20_000)}`, problems: [' syntax'] },
  {
    source: 'PostgreSQL, character types',
    name: 'U+0000 and half characters in data',
    document: { ...account({ alias: 'a\0b' }), functions: [{ name: 'f', code: '\ud800' }], 'x\0': 1 },
    problems: [' invalid_character', '/accounts/0/alias invalid_character', '/functions/0/code invalid_character'],
  },
  {
    source: 'PostgreSQL, character types',
    name: 'U+0000 in JSON text',
    document: '{"gatehouse":1,"accounts":[{"id":"111122223333","alias":"a\\u0000"}]}',
    problems: ['/accounts/0/alias invalid_character'],
  },
  {
    source: 'PostgreSQL, character types',
    name: 'U+0000 in a definition that is text',
    document: api({ definition: '{"openapi":"3.0.1","info":{"title":"\\u0000"},"paths":{}}' }),
    problems: ['/apis/0/definition/info/title invalid_character'],
  },
  {
    source: 'DECISIONS',
    name: 'an account id that is a number',
    document: 'gatehouse: 1\naccounts: [{ id: 111122223333 }]',
    problems: ['/accounts/0/id invalid_type'],
  },
  { source: 'DECISIONS', name: 'a list that is an object', document: { gatehouse: 1, accounts: {} }, problems: ['/accounts invalid_type'] },
  {
    source: 'DECISIONS',
    name: 'what comes later',
    document: {
      gatehouse: 1,
      networks: [{}],
      domains: [{}],
      usagePlans: [{}],
      apiKeys: [{}],
      privateTargets: [{}],
      simulatedProviders: [{}],
    },
    problems: ['networks', 'domains', 'usagePlans', 'apiKeys', 'privateTargets', 'simulatedProviders'].map(
      (part) => `/${part} not_supported`,
    ),
  },
  {
    source: 'DECISIONS',
    name: 'what comes later in an account',
    document: account({ serviceControlPolicies: [{}], resourceControlPolicies: [{}], oidcProviders: [{}], mfaDevices: [{}] }),
    problems: ['serviceControlPolicies', 'resourceControlPolicies', 'oidcProviders', 'mfaDevices'].map(
      (part) => `/accounts/0/${part} not_supported`,
    ),
  },
  {
    source: 'DECISIONS',
    name: 'empty lists of what comes later',
    document: { ...account({ mfaDevices: [] }), networks: [] },
    problems: [],
  },
  {
    source: 'DECISIONS',
    name: 'the same account twice',
    document: { gatehouse: 1, accounts: [{ id: '111122223333' }, { id: '111122223333' }] },
    problems: ['/accounts/1 duplicate_key'],
  },
  {
    source: 'IAM names',
    name: 'three wrong users at once',
    document: iam({ UserDetailList: [{ UserName: 'a b' }, {}, { UserName: 'x', Colour: 'red' }] }),
    problems: [
      '/accounts/0/iam/UserDetailList/0/UserName invalid_format',
      '/accounts/0/iam/UserDetailList/1/UserName required',
      '/accounts/0/iam/UserDetailList/2/Colour unknown_field',
    ],
  },
  {
    source: 'IAM uniqueness',
    name: 'two names that differ in case only',
    document: iam({ UserDetailList: [{ UserName: 'Ann' }, { UserName: 'ann' }] }),
    problems: ['/accounts/0/iam/UserDetailList/1 duplicate_key'],
  },
  {
    source: 'references',
    name: 'a group, a policy and a boundary that are missing',
    document: iam({
      UserDetailList: [
        {
          UserName: 'ann',
          GroupList: ['nobody'],
          AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::111122223333:policy/None' }],
          PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/None' },
        },
      ],
    }),
    problems: [
      '/accounts/0/iam/UserDetailList/0/AttachedManagedPolicies/0/PolicyArn unknown_policy',
      '/accounts/0/iam/UserDetailList/0/PermissionsBoundary/PermissionsBoundaryArn unknown_policy',
      '/accounts/0/iam/UserDetailList/0/GroupList/0 unknown_group',
    ],
  },
  {
    source: 'lib/policy',
    name: 'a policy that cannot be enforced, as an object',
    document: iam({
      UserDetailList: [{ UserName: 'ann', UserPolicyList: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17' } }] }],
    }),
    problems: ['/accounts/0/iam/UserDetailList/0/UserPolicyList/0/PolicyDocument MISSING_STATEMENT'],
  },
  {
    source: 'DECISIONS',
    name: 'a policy that is a number',
    document: iam({ UserDetailList: [{ UserName: 'ann', UserPolicyList: [{ PolicyName: 'p', PolicyDocument: 7 }] }] }),
    problems: ['/accounts/0/iam/UserDetailList/0/UserPolicyList/0/PolicyDocument invalid_value'],
  },
  {
    source: 'DECISIONS',
    name: 'a policy in percent encoding',
    document: iam({
      UserDetailList: [
        { UserName: 'ann', UserPolicyList: [{ PolicyName: 'p', PolicyDocument: encodeURIComponent(JSON.stringify(ALLOW)) }] },
      ],
    }),
    problems: [],
  },
  {
    source: 'IAM',
    name: 'a role without trust policy, a policy without versions, a wrong ARN',
    document: iam({
      RoleDetailList: [{ RoleName: 'r' }],
      Policies: [
        { PolicyName: 'p' },
        { PolicyName: 'q', Arn: 'arn:aws:iam::999999999999:policy/q', PolicyVersionList: [{ VersionId: 'v1', Document: ALLOW }] },
      ],
    }),
    problems: [
      '/accounts/0/iam/RoleDetailList/0/AssumeRolePolicyDocument required',
      '/accounts/0/iam/Policies/0/PolicyVersionList required',
      '/accounts/0/iam/Policies/1/Arn invalid_value',
    ],
  },
  {
    source: 'IAM',
    name: 'a page of a longer list',
    document: iam({ UserDetailList: [], IsTruncated: true, Marker: 'x' }),
    problems: ['/accounts/0/iam/IsTruncated not_supported', '/accounts/0/iam/Marker not_supported'],
  },
  {
    source: 'DECISIONS',
    name: 'a new access key without secret, of nobody',
    document: account({ accessKeys: [{ AccessKeyId: 'AKIA0000000000000000', UserName: 'ann' }] }),
    problems: ['/accounts/0/accessKeys/0/SecretAccessKey secret_required', '/accounts/0/accessKeys/0/UserName unknown_user'],
  },
  {
    source: 'DECISIONS',
    name: 'a function without code, with a host, with a variable that has no value',
    document: { ...account({}), functions: [{ name: 'f', account: '111122223333', region: 'us-east-1', environment: { KEY: null } }] },
    problems: ['/functions/0/code required', '/functions/0/environment/KEY secret_required'],
  },
  {
    source: 'DECISIONS',
    name: 'hosts of a function',
    document: {
      ...account({}),
      functions: [{ name: 'f', account: '111122223333', region: 'us-east-1', code: 'x', allowedHosts: ['example.com'] }],
    },
    problems: ['/functions/0/allowedHosts not_supported'],
  },
  {
    source: 'DECISIONS',
    name: 'an account that is not in the workspace',
    document: { gatehouse: 1, functions: [{ name: 'f', account: '111122223333', region: 'us-east-1', code: 'x' }] },
    problems: ['/functions/0/account unknown_account'],
  },
  {
    source: 'DescribeUserPool',
    name: 'multi-factor, triggers, domain, aliases',
    document: pool({
      MfaConfiguration: 'ON',
      LambdaConfig: { PreSignUp: 'arn' },
      Domain: 'x',
      AliasAttributes: ['email'],
      identityProviders: [{}],
    }),
    problems: ['MfaConfiguration', 'LambdaConfig', 'Domain', 'AliasAttributes', 'identityProviders'].map(
      (part) => `/userPools/0/${part} not_supported`,
    ),
  },
  {
    source: 'DescribeUserPool',
    name: 'the defaults of AWS',
    document: pool({
      MfaConfiguration: 'OFF',
      LambdaConfig: {},
      DeletionProtection: 'INACTIVE',
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      SchemaAttributes: [
        { Name: 'sub', Required: true },
        { Name: 'email', Required: false },
      ],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      Arn: 'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Abc123',
      EstimatedNumberOfUsers: 3,
    }),
    problems: [],
  },
  {
    source: 'DescribeUserPool',
    name: 'custom and required attributes',
    document: pool({ SchemaAttributes: [{ Name: 'custom:tier' }] }),
    problems: ['/userPools/0/SchemaAttributes not_supported'],
  },
  {
    source: 'DescribeUserPoolClient',
    name: 'flows, OAuth and lifetimes that are not offered',
    document: client({
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://x'],
      IdTokenValidity: 25,
    }),
    problems: [
      '/userPools/0/clients/0/ExplicitAuthFlows/0 not_supported',
      '/userPools/0/clients/0/AllowedOAuthFlows not_supported',
      '/userPools/0/clients/0/CallbackURLs not_supported',
    ],
  },
  {
    source: 'CreateUserPoolClient',
    name: 'a lifetime out of bounds',
    document: client({ IdTokenValidity: 25 }),
    problems: ['/userPools/0/clients/0/IdTokenValidity invalid_value'],
  },
  {
    source: 'CreateUserPoolClient',
    name: 'the default flows of AWS',
    document: client({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'] }),
    problems: [],
  },
  {
    source: 'AdminCreateUser',
    name: 'users without password, with a weak one, in no such group',
    document: pool({
      users: [
        { Username: 'ann', UserStatus: 'CONFIRMED' },
        { Username: 'bob', Password: 'short' },
        { Username: 'cat', UserStatus: 'FORCE_CHANGE_PASSWORD', Groups: ['x'] },
        { Username: 'dee', UserStatus: 'EXTERNAL_PROVIDER' },
      ],
    }),
    problems: ['/userPools/0/users/3/UserStatus not_supported'],
  },
  {
    source: 'AdminCreateUser',
    name: 'what the document asks of its users',
    document: pool({
      users: [
        { Username: 'ann', UserStatus: 'CONFIRMED' },
        { Username: 'bob', Password: 'short' },
        { Username: 'cat', UserStatus: 'FORCE_CHANGE_PASSWORD', Groups: ['x'] },
      ],
    }),
    problems: [
      '/userPools/0/users/0/Password secret_required',
      '/userPools/0/users/1/Password invalid_password',
      '/userPools/0/users/2/Groups/0 unknown_group',
    ],
  },
  {
    source: 'DECISIONS',
    name: 'a private endpoint',
    document: api({ endpoint: { type: 'PRIVATE' } }),
    problems: ['/apis/0/endpoint/type not_supported'],
  },
  {
    source: 'OpenAPI',
    name: 'a definition that is no OpenAPI',
    document: api({ definition: { swagger: '1.2' } }),
    problems: ['/apis/0/definition not_supported'],
  },
  { source: 'DESIGN', name: 'no definition', document: api({ definition: undefined }), problems: ['/apis/0/definition required'] },
  {
    source: 'HTTP APIs',
    name: 'a policy of an HTTP API, an edge endpoint',
    document: api({ protocol: 'HTTP', policy: ALLOW, endpoint: { type: 'EDGE' } }),
    problems: ['/apis/0/endpoint/type invalid_value', '/apis/0/policy not_supported'],
  },
  {
    source: 'fail closed',
    name: 'wrong in shape and in content: all is told at once',
    document: {
      ...api({ definition: { openapi: '3.0.1', info: { title: 'x' }, paths: { '/a': { get: {} } } } }),
      accounts: [
        { id: '111122223333', iam: { UserDetailList: [{ UserName: 'ann', UserPolicyList: [{ PolicyName: 'p', PolicyDocument: {} }] }] } },
      ],
      networks: [{}],
    },
    problems: [
      '/networks not_supported',
      '/accounts/0/iam/UserDetailList/0/UserPolicyList/0/PolicyDocument MISSING_STATEMENT',
      '/apis/0/definition/paths/~1a/get/x-amazon-apigateway-integration required',
    ],
  },
]

describe('a document with problems names each with its pointer and changes nothing', () => {
  it.each(CASES)('$name ($source)', async ({ document, problems }) => {
    expect([...new Set(await problemsOf(document))].sort()).toEqual([...problems].sort())
  })
})
