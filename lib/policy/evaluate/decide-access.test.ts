import { describe, expect, it } from 'vitest'
import { type AccessDecision, type AccessQuestion, type AccessRequest, type CompiledPolicy, decideAccess } from '../index'
import { ACCOUNT, ANONYMOUS, federatedUser, PARTNER, policy, question, request, session, user } from '../testing/make'

const LOGIC = 'IAM user guide, reference_policies_evaluation-logic'
const CROSS = 'IAM user guide, reference_policies_evaluation-logic-cross-account'
const FLOW = 'developer guide, apigateway-authorization-flow'
const KB = 'knowledge center, api-gateway-cross-account-403'

const ALL = { Action: '*', Resource: '*' }
const grant = (principal: unknown) => policy({ Effect: 'Allow', Principal: principal, ...ALL })
const allow = (kind: Parameters<typeof policy>[1]) => policy({ Effect: 'Allow', ...ALL }, kind)
const deny = (kind: Parameters<typeof policy>[1]) => policy({ Effect: 'Deny', ...ALL }, kind)
const nothing = (kind: Parameters<typeof policy>[1]) => policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }, kind)
const denyAll = policy({ Effect: 'Deny', Principal: '*', ...ALL })

const arn = (rest: string) => ({ AWS: `arn:aws:iam::${ACCOUNT}:${rest}` })
const NIGHT = session('worker', 'night')
const NIGHT_ARN = { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/worker/night` }
const ALICE = user('alice')
const PAT = user('pat', PARTNER)
const KIM = federatedUser('kim', 'alice')

interface Case {
  readonly name: string
  readonly source: string
  readonly asked: Partial<AccessQuestion<CompiledPolicy>>
  readonly by?: Partial<Omit<AccessRequest, 'facts'>>
  readonly is: Partial<AccessDecision>
}

const SAME_ACCOUNT: readonly Case[] = [
  {
    name: 'identity allows',
    source: LOGIC,
    asked: { identity: [nothing('identity'), allow('identity')] },
    is: { outcome: 'allowed', decidedBy: { kind: 'identity', policyIndex: 1, statementIndex: 0 } },
  },
  { name: 'nothing allows', source: LOGIC, asked: {}, is: { outcome: 'implicitDeny', missingAllow: 'identity', decidedBy: null } },
  {
    name: 'no policy attached is silence, not a pass',
    source: KB,
    asked: { resource: null },
    is: { outcome: 'implicitDeny', cell: { table: 'A', caller: 'silent', resource: 'none', row: 5 } },
  },
  {
    name: 'a boundary limits',
    source: LOGIC,
    asked: { identity: [allow('identity')], boundary: nothing('boundary') },
    is: { outcome: 'implicitDeny', missingAllow: 'boundary' },
  },
  {
    name: 'a boundary gives nothing',
    source: LOGIC,
    asked: { boundary: allow('boundary') },
    is: { outcome: 'implicitDeny', missingAllow: 'identity' },
  },
  {
    name: 'session policies limit',
    source: LOGIC,
    asked: { identity: [allow('identity')], session: [nothing('session')] },
    by: { principal: NIGHT },
    is: { outcome: 'implicitDeny', missingAllow: 'session' },
  },
  {
    name: 'one of the session policies may allow',
    source: LOGIC,
    asked: { identity: [allow('identity')], session: [nothing('session'), allow('session')] },
    by: { principal: NIGHT },
    is: { outcome: 'allowed' },
  },
  {
    name: 'every SCP level must allow',
    source: LOGIC,
    asked: { identity: [allow('identity')], scp: [[allow('scp')], [nothing('scp')]] },
    is: { outcome: 'implicitDeny', missingAllow: 'scp' },
  },
  {
    name: 'an SCP level without policies allows nothing',
    source: LOGIC,
    asked: { identity: [allow('identity')], scp: [[allow('scp')], []] },
    is: { outcome: 'implicitDeny', missingAllow: 'scp' },
  },
  {
    name: 'an SCP limits a resource grant',
    source: LOGIC,
    asked: { resource: grant('*'), scp: [[nothing('scp')]] },
    is: { outcome: 'implicitDeny', missingAllow: 'scp', cell: { table: 'A', caller: 'silent', resource: 'Allow', row: null } },
  },
  {
    name: 'RCPs do not apply to execute-api',
    source: 'Control Tower guide, services that support RCPs',
    asked: { identity: [allow('identity')], rcp: [[deny('scp')]] },
    is: { outcome: 'allowed' },
  },
  {
    name: 'RCPs apply to STS',
    source: 'Control Tower guide, services that support RCPs',
    asked: { identity: [allow('identity')], rcp: [[policy({ Effect: 'Deny', Principal: '*', ...ALL }, 'rcp')]] },
    by: { principal: ALICE, action: 'sts:GetSessionToken' },
    is: { outcome: 'explicitDeny', decidedBy: { kind: 'rcp', policyIndex: 0, statementIndex: 0 } },
  },
  {
    name: 'an endpoint policy limits',
    source: 'PrivateLink guide, endpoint policies',
    asked: { identity: [allow('identity')], endpoint: policy({ Effect: 'Allow', Principal: { AWS: PARTNER }, ...ALL }, 'endpoint') },
    is: { outcome: 'implicitDeny', missingAllow: 'endpoint' },
  },
  {
    name: '"*" needs nothing else',
    source: LOGIC,
    asked: { resource: grant('*'), boundary: nothing('boundary'), session: [nothing('session')] },
    by: { principal: NIGHT },
    is: { outcome: 'allowed', decidedBy: { kind: 'resource', policyIndex: 0, statementIndex: 0 } },
  },
  {
    name: 'a user ARN needs nothing else',
    source: LOGIC,
    asked: { resource: grant(arn('user/alice')), boundary: nothing('boundary') },
    is: { outcome: 'allowed' },
  },
  ...(['boundary', 'session'] as const).map(
    (kind): Case => ({
      name: `where the ${kind} blocks what the identity policy allows, the grant that names the caller decides`,
      source: LOGIC,
      asked: {
        identity: [allow('identity')],
        boundary: kind === 'boundary' ? nothing('boundary') : null,
        session: kind === 'session' ? [nothing('session')] : [],
        resource: grant(kind === 'boundary' ? arn('user/alice') : NIGHT_ARN),
      },
      by: { principal: kind === 'boundary' ? ALICE : NIGHT },
      is: {
        outcome: 'allowed',
        decidedBy: { kind: 'resource', policyIndex: 0, statementIndex: 0 },
        cell: { table: 'A', caller: 'silent', resource: 'Allow', row: 4 },
      },
    }),
  ),
  {
    name: 'a session ARN needs nothing else',
    source: LOGIC,
    asked: { resource: grant(NIGHT_ARN), boundary: nothing('boundary'), session: [nothing('session')] },
    by: { principal: NIGHT },
    is: { outcome: 'allowed' },
  },
  {
    name: 'a role ARN stands for the identity policy',
    source: LOGIC,
    asked: { resource: grant(arn('role/worker')) },
    by: { principal: NIGHT },
    is: { outcome: 'allowed' },
  },
  {
    name: 'a role ARN is limited by the boundary',
    source: LOGIC,
    asked: { resource: grant(arn('role/worker')), boundary: nothing('boundary') },
    by: { principal: NIGHT },
    is: { outcome: 'implicitDeny', missingAllow: 'boundary', cell: { table: 'A', caller: 'silent', resource: 'Allow', row: null } },
  },
  {
    name: 'a role ARN is limited by session policies',
    source: LOGIC,
    asked: { resource: grant(arn('role/worker')), session: [nothing('session')] },
    by: { principal: NIGHT },
    is: { outcome: 'implicitDeny', missingAllow: 'session' },
  },
  {
    name: 'a federated user ARN needs nothing else',
    source: LOGIC,
    asked: { resource: grant({ AWS: `arn:aws:sts::${ACCOUNT}:federated-user/kim` }), session: [nothing('session')] },
    by: { principal: KIM },
    is: { outcome: 'allowed' },
  },
  {
    name: 'the ARN of the user who federated is limited by session policies',
    source: LOGIC,
    asked: { resource: grant(arn('user/alice')), session: [nothing('session')] },
    by: { principal: KIM },
    is: { outcome: 'implicitDeny', missingAllow: 'session' },
  },
  {
    name: 'the account only delegates',
    source: 'IAM user guide, principal element: AWS account principals',
    asked: { resource: grant(arn('root')) },
    is: { outcome: 'implicitDeny', missingAllow: 'identity', cell: { table: 'A', caller: 'silent', resource: 'silent', row: 5 } },
  },
  {
    name: 'the account and the identity policy',
    source: 'IAM user guide, principal element: AWS account principals',
    asked: { resource: grant(arn('root')), identity: [allow('identity')] },
    is: { outcome: 'allowed', cell: { table: 'A', caller: 'Allow', resource: 'silent', row: 2 } },
  },
  {
    name: 'the closest grant counts, wherever it stands',
    source: LOGIC,
    asked: {
      resource: policy([
        { Effect: 'Allow', Principal: arn('root'), ...ALL },
        { Effect: 'Allow', Principal: arn('user/alice'), ...ALL },
      ]),
      boundary: nothing('boundary'),
    },
    is: { outcome: 'allowed', decidedBy: { kind: 'resource', policyIndex: 0, statementIndex: 1 } },
  },
  ...(['identity', 'boundary', 'session', 'scp', 'resource'] as const).map(
    (kind): Case => ({
      name: `an explicit Deny wins, in ${kind}`,
      source: LOGIC,
      asked: {
        identity: [allow('identity'), ...(kind === 'identity' ? [deny('identity')] : [])],
        boundary: kind === 'boundary' ? deny('boundary') : null,
        session: kind === 'session' ? [deny('session')] : [],
        scp: kind === 'scp' ? [[allow('scp')], [allow('scp'), deny('scp')]] : [],
        resource: kind === 'resource' ? denyAll : grant('*'),
      },
      is: { outcome: 'explicitDeny', decidedBy: { kind, policyIndex: { identity: 1, scp: 2 }[kind as string] ?? 0, statementIndex: 0 } },
    }),
  ),
]

const CROSS_ACCOUNT: readonly Case[] = [
  {
    name: 'both halves',
    source: CROSS,
    asked: { identity: [allow('identity')], resource: grant({ AWS: PARTNER }) },
    by: { principal: PAT },
    is: { outcome: 'allowed', cell: { table: 'B', caller: 'Allow', resource: 'Allow', row: 1 } },
  },
  {
    name: 'the resource half is missing',
    source: CROSS,
    asked: { identity: [allow('identity')] },
    by: { principal: PAT },
    is: { outcome: 'implicitDeny', missingAllow: 'resource', cell: { table: 'B', caller: 'Allow', resource: 'none', row: 2 } },
  },
  {
    name: 'the identity half is missing',
    source: CROSS,
    asked: { resource: grant({ AWS: `arn:aws:iam::${PARTNER}:user/pat` }) },
    by: { principal: PAT },
    is: { outcome: 'implicitDeny', missingAllow: 'identity', cell: { table: 'B', caller: 'silent', resource: 'Allow', row: 4 } },
  },
  {
    name: '"*" is only the resource half',
    source: CROSS,
    asked: { resource: grant('*') },
    by: { principal: PAT },
    is: { outcome: 'implicitDeny', missingAllow: 'identity' },
  },
  {
    name: 'the boundary of the caller limits',
    source: CROSS,
    asked: { identity: [allow('identity')], boundary: nothing('boundary'), resource: grant('*') },
    by: { principal: PAT },
    is: { outcome: 'implicitDeny', missingAllow: 'boundary' },
  },
  {
    name: 'an anonymous caller has the resource policy alone',
    source: LOGIC,
    asked: { resource: grant('*'), identity: [deny('identity')] },
    by: { principal: ANONYMOUS },
    is: { outcome: 'allowed', cell: { table: 'policyAlone', caller: 'none', resource: 'Allow', row: null } },
  },
  {
    name: 'a service has the resource policy alone',
    source: LOGIC,
    asked: { resource: grant({ Service: 'apigateway.amazonaws.com' }), scp: [[nothing('scp')]] },
    by: { principal: { type: 'service', service: 'apigateway.amazonaws.com' } },
    is: { outcome: 'allowed' },
  },
]

const trust = (principal: unknown) => policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }, 'trust')
const assume = { principal: ALICE, action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/worker` }

const TRUST: readonly Case[] = [
  {
    name: 'the trust policy must allow even within the account',
    source: 'IAM user guide, id_roles_terms-and-concepts',
    asked: { identity: [allow('identity')], resource: trust(arn('user/bob')) },
    by: assume,
    is: { outcome: 'implicitDeny', missingAllow: 'trust' },
  },
  {
    name: 'a named user needs no identity policy',
    source: 'IAM user guide, id_roles_terms-and-concepts',
    asked: { resource: trust(arn('user/alice')) },
    by: assume,
    is: { outcome: 'allowed' },
  },
  {
    name: 'the account needs the identity policy too',
    source: 'IAM user guide, id_roles_terms-and-concepts',
    asked: { resource: trust(arn('root')) },
    by: assume,
    is: { outcome: 'implicitDeny', missingAllow: 'identity' },
  },
  {
    name: 'the account with the identity policy',
    source: 'IAM user guide, id_roles_terms-and-concepts',
    asked: { resource: trust(arn('root')), identity: [allow('identity')] },
    by: assume,
    is: { outcome: 'allowed' },
  },
]

const METHODS: readonly Case[] = [
  {
    name: 'an open method without a policy passes',
    source: FLOW,
    asked: { flow: 'none' },
    is: { outcome: 'allowed', cell: { table: 'noPolicy', caller: 'none', resource: 'none', row: null } },
  },
  {
    name: 'an open method with a policy needs its Allow',
    source: FLOW,
    asked: { flow: 'none', resource: nothing2() },
    is: { outcome: 'implicitDeny', missingAllow: 'resource' },
  },
  {
    name: 'an open method with a policy that allows',
    source: FLOW,
    asked: { flow: 'none', resource: grant('*') },
    is: { outcome: 'allowed', cell: { table: 'policyAlone', caller: 'none', resource: 'Allow', row: null } },
  },
  {
    name: 'a policy of accounts breaks open methods',
    source: 'developer guide, apigateway-resource-policies-create-attach',
    asked: { flow: 'none', resource: grant({ AWS: ACCOUNT }) },
    is: { outcome: 'implicitDeny', missingAllow: 'resource' },
  },
  { name: 'a pool token without a policy passes', source: FLOW, asked: { flow: 'cognito' }, is: { outcome: 'allowed' } },
  {
    name: 'a pool token with a silent policy is denied',
    source: FLOW,
    asked: { flow: 'cognito', resource: nothing2() },
    is: { outcome: 'implicitDeny' },
  },
  { name: 'a pool token with a Deny', source: FLOW, asked: { flow: 'cognito', resource: denyAll }, is: { outcome: 'explicitDeny' } },
  {
    name: 'silence lets the authorizer be asked',
    source: FLOW,
    asked: { flow: 'lambdaBefore', resource: nothing2() },
    is: { outcome: 'allowed', cell: { table: 'denyOnly', caller: 'none', resource: 'silent', row: null } },
  },
  {
    name: 'a Deny keeps the authorizer from being asked',
    source: FLOW,
    asked: { flow: 'lambdaBefore', resource: denyAll },
    is: { outcome: 'explicitDeny' },
  },
  {
    name: 'a policy that can match no anonymous caller keeps the authorizer from being asked',
    source: 'developer guide, apigateway-resource-policies-create-attach',
    asked: { flow: 'lambdaBefore', resource: grant({ AWS: ACCOUNT }) },
    is: { outcome: 'implicitDeny', missingAllow: 'resource' },
  },
  {
    name: 'an authorizer that allows needs no policy',
    source: FLOW,
    asked: { flow: 'lambdaAfter', authorizer: allow('authorizer') },
    is: {
      outcome: 'allowed',
      decidedBy: { kind: 'authorizer', policyIndex: 0, statementIndex: 0 },
      cell: { table: 'A', caller: 'Allow', resource: 'none', row: 2 },
    },
  },
  {
    name: 'an authorizer that is silent, and no policy',
    source: FLOW,
    asked: { flow: 'lambdaAfter', authorizer: nothing('authorizer') },
    is: { outcome: 'implicitDeny', missingAllow: 'authorizer' },
  },
  {
    name: 'an endpoint policy limits open methods',
    source: 'PrivateLink guide, endpoint policies',
    asked: { flow: 'none', resource: grant('*'), endpoint: policy({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, ...ALL }, 'endpoint') },
    is: { outcome: 'implicitDeny', missingAllow: 'endpoint' },
  },
]

function nothing2() {
  return policy({ Effect: 'Allow', Principal: '*', Action: 'execute-api:InvalidateCache', Resource: '*' })
}

describe.each([
  ['within one account', SAME_ACCOUNT, ALICE],
  ['across accounts', CROSS_ACCOUNT, ALICE],
  ['assuming a role', TRUST, ALICE],
  ['methods whose caller is no IAM principal', METHODS, ANONYMOUS],
] as const)('%s', (_, cases, principal) => {
  it.each(cases)('$name', ({ asked, by, is, source }) => {
    expect(decideAccess(question(asked), request({ principal, ...by })), source).toMatchObject(is)
  })
})
