import fc from 'fast-check'
import { type AccessQuestion, type AccessRequest, type CompiledPolicy, type Fact, type PolicyKind, UNKNOWN } from '../index'
import { ACCOUNT, ANONYMOUS, API_ARN, federatedUser, PARTNER, policy, session, user } from './make'

/** Small vocabularies, so that random policies and requests meet often. */
const VALUES: Readonly<Record<string, readonly Fact[]>> = {
  'aws:sourceip': ['10.0.0.1', '203.0.113.9', '2001:db8::1'],
  'aws:principaltag/team': ['blue', 'red', '*'],
  'aws:multifactorauthage': ['10', '1000'],
  'aws:tagkeys': [[], ['a'], ['a', 'b']],
  'aws:principalarn': [`arn:aws:iam::${ACCOUNT}:user/alice`],
}

/** Every way a key can be settled: each value, and absent. */
export function waysToSettle(key: string): readonly (Fact | undefined)[] {
  return [undefined, ...(VALUES[key] ?? [])]
}

const PRINCIPALS = [ANONYMOUS, user('alice'), user('bob'), session('worker', 'night'), federatedUser('kim', 'alice'), user('pat', PARTNER)]

const principalElement = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: ACCOUNT },
  { AWS: PARTNER },
  { AWS: `arn:aws:iam::${ACCOUNT}:user/alice` },
  { AWS: `arn:aws:iam::${ACCOUNT}:role/worker` },
  { AWS: [ACCOUNT, `arn:aws:sts::${ACCOUNT}:assumed-role/worker/night`] },
)

const resourceElement = fc.constantFrom(
  '*',
  `${API_ARN}/prod/GET/*`,
  `${API_ARN}/*/GET/orders`,
  `${API_ARN}/prod/GET/teams/\${aws:PrincipalTag/team}`,
  [`${API_ARN}/dev/*`, `${API_ARN}/prod/POST/orders`],
)

const conditionElement = fc.constantFrom<unknown>(
  {},
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] } },
  { StringEquals: { 'aws:PrincipalTag/team': ['blue', 'green'] } },
  { StringNotLikeIfExists: { 'aws:PrincipalTag/team': 'b*' } },
  { NumericLessThan: { 'aws:MultiFactorAuthAge': 900 } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } },
  { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } },
  { Null: { 'aws:PrincipalTag/team': 'false' } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' }, Bool: { 'aws:SecureTransport': 'true' } },
)

const KINDS_WITH_PRINCIPAL: readonly PolicyKind[] = ['resource', 'endpoint', 'rcp']

export function statement(kind: PolicyKind): fc.Arbitrary<object> {
  const parts = fc.record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    principal: principalElement,
    action: fc.constantFrom('execute-api:Invoke', '*', 'execute-api:Inv*'),
    resource: resourceElement,
    negated: fc.integer({ min: 0, max: 15 }),
    Condition: conditionElement,
  })
  return parts.map(({ Effect, principal, action, resource, negated, Condition }) => ({
    Effect,
    ...(KINDS_WITH_PRINCIPAL.includes(kind) ? { [negated === 0 ? 'NotPrincipal' : 'Principal']: principal } : {}),
    [negated === 1 ? 'NotAction' : 'Action']: action,
    [negated === 2 ? 'NotResource' : 'Resource']: resource,
    Condition,
  }))
}

export function statements(kind: PolicyKind): fc.Arbitrary<object[]> {
  return fc.array(statement(kind), { minLength: 1, maxLength: 4 })
}

export function anyPolicy(kind: PolicyKind): fc.Arbitrary<CompiledPolicy> {
  return statements(kind).map((written) => policy(written, kind))
}

function few(kind: PolicyKind): fc.Arbitrary<CompiledPolicy[]> {
  return fc.array(anyPolicy(kind), { maxLength: 2 })
}

function levels(kind: PolicyKind): fc.Arbitrary<CompiledPolicy[][]> {
  return fc.oneof({ arbitrary: fc.constant<CompiledPolicy[][]>([]), weight: 3 }, fc.array(few(kind), { maxLength: 2 }))
}

function maybe(kind: PolicyKind): fc.Arbitrary<CompiledPolicy | null> {
  return fc.option(anyPolicy(kind), { freq: 2 })
}

export const anyQuestion: fc.Arbitrary<AccessQuestion<CompiledPolicy>> = fc.record({
  flow: fc.constantFrom('iam', 'iam', 'iam', 'none', 'lambdaBefore', 'lambdaAfter', 'cognito'),
  resourceAccount: fc.constant(ACCOUNT),
  identity: few('identity'),
  boundary: maybe('boundary'),
  session: few('session'),
  scp: levels('scp'),
  rcp: levels('rcp'),
  endpoint: fc.option(anyPolicy('endpoint'), { freq: 1 }),
  resource: maybe('resource'),
  authorizer: maybe('authorizer'),
})

const anyFacts = fc
  .tuple(...Object.keys(VALUES).map((key) => fc.constantFrom<Fact | undefined>(...waysToSettle(key), UNKNOWN, UNKNOWN)))
  .map((facts) => new Map(Object.keys(VALUES).flatMap((key, index) => (facts[index] === undefined ? [] : [[key, facts[index]!] as const]))))

/** A request whose facts can be listed. */
export type ListedRequest = AccessRequest & { readonly facts: ReadonlyMap<string, Fact> }

export const anyRequest: fc.Arbitrary<ListedRequest> = fc.record({
  principal: fc.constantFrom(...PRINCIPALS),
  action: fc.constantFrom('execute-api:Invoke', 'execute-api:Invoke', 'sts:GetSessionToken'),
  resource: fc
    .constantFrom('prod/GET/orders', 'prod/POST/orders', 'dev/GET/orders', 'prod/GET/teams/blue')
    .map((path) => `${API_ARN}/${path}`),
  facts: anyFacts,
})

/** The request with every unknown fact settled in one of its ways. */
export function settled(request: ListedRequest): fc.Arbitrary<AccessRequest> {
  const keys = [...request.facts].filter(([, fact]) => fact === UNKNOWN).map(([key]) => key)
  return fc.tuple(...keys.map((key) => fc.constantFrom(...waysToSettle(key)))).map((values) => {
    const facts = new Map(request.facts)
    keys.forEach((key, index) => {
      const value = values[index]
      if (value === undefined) facts.delete(key)
      else facts.set(key, value)
    })
    return { ...request, facts }
  })
}
