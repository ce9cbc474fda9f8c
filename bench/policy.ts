/**
 * Policy decisions against Cedar: the same policy in both languages, the same requests, policies
 * parsed beforehand and requests built beforehand on both sides. Both must agree on every request.
 */
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import {
  type AccessQuestion,
  type AccessRequest,
  type CompiledPolicy,
  compilePolicy,
  decideAccess,
  decidePolicy,
  type PolicyKind,
  type Principal,
} from '../lib/policy'

export interface BenchRow {
  readonly name: string
  /** Microseconds a decision. */
  readonly ours: number
  readonly peer: number
  /** How many times ours is faster. */
  readonly ratio: number
  readonly target: number
}

const ACCOUNT = '111122223333'
const API = `arn:aws:execute-api:us-east-1:${ACCOUNT}:fhorders01`
const ORGANIZATION = 'o-fernhill01'

interface BenchStatement {
  readonly effect: 'Allow' | 'Deny'
  readonly resources: readonly string[]
  readonly principal?: string
  readonly ranges?: readonly string[]
  readonly organization?: string
}

const STATEMENTS: readonly BenchStatement[] = [
  { effect: 'Allow', resources: ['prod/GET/', 'prod/GET/catalog', 'prod/GET/catalog/*'] },
  { effect: 'Allow', resources: ['prod/*/me', 'prod/*/me/*'] },
  { effect: 'Allow', resources: ['prod/POST/webhooks/*'] },
  { effect: 'Allow', resources: ['prod/GET/status'], ranges: ['198.51.100.0/24', '127.0.0.0/8', '::1/128'] },
  { effect: 'Allow', resources: ['prod/POST/orders/*/refund'], principal: `arn:aws:iam::${ACCOUNT}:user/carol` },
  { effect: 'Allow', resources: ['prod/GET/reports/*'], organization: ORGANIZATION },
  { effect: 'Deny', resources: ['*'], ranges: ['203.0.113.0/24', '2001:db8:bad::/48'] },
]

interface BenchRequest {
  readonly user: string
  readonly path: string
  readonly sourceIp: string
}

const REQUESTS: readonly BenchRequest[] = [
  { user: 'alice', path: 'prod/GET/catalog/espresso', sourceIp: '198.51.100.7' },
  { user: 'bob', path: 'prod/GET/me', sourceIp: '192.0.2.44' },
  { user: 'bob', path: 'prod/GET/status', sourceIp: '198.51.100.7' },
  { user: 'bob', path: 'prod/GET/status', sourceIp: '192.0.2.44' },
  { user: 'carol', path: 'prod/POST/orders/1234/refund', sourceIp: '192.0.2.44' },
  { user: 'alice', path: 'prod/POST/orders/1234/refund', sourceIp: '192.0.2.44' },
  { user: 'dave', path: 'prod/GET/reports/margin', sourceIp: '192.0.2.44' },
  { user: 'alice', path: 'prod/GET/catalog', sourceIp: '203.0.113.9' },
]

/** Compares one policy's decision, and the whole evaluation order, with Cedar's decision of the same policy. */
export async function benchPolicy(): Promise<readonly BenchRow[]> {
  const policy = compile(iamText(), 'resource')
  const requests = REQUESTS.map(toRequest)
  const question = toQuestion(policy)
  const answer = preparsePolicySet('bench', { staticPolicies: cedarText() })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
  const calls = REQUESTS.map(toCedarCall)

  const decideOne = (index: number) => decidePolicy(policy, requests[index]!).verdict === 'allow'
  const decideWhole = (index: number) => decideAccess(question, requests[index]!).outcome === 'allowed'
  const decideCedar = (index: number) => {
    const result = statefulIsAuthorized(calls[index]!)
    return result.type === 'success' && result.response.decision === 'allow'
  }
  REQUESTS.forEach((request, index) => {
    const verdicts = [decideOne(index), decideWhole(index), decideCedar(index)]
    if (new Set(verdicts).size !== 1) throw new Error(`The engines disagree on ${JSON.stringify(request)}: ${verdicts}`)
  })
  const times = measure([
    { run: decideOne, count: 100_000 },
    { run: decideWhole, count: 100_000 },
    { run: decideCedar, count: 2_000 },
  ])
  const row = (name: string, ours: number): BenchRow => ({ name, ours, peer: times[2]!, ratio: times[2]! / ours, target: 30 })
  return [
    row('one resource policy, decidePolicy against Cedar statefulIsAuthorized', times[0]!),
    row('evaluation order of a signed call, decideAccess against Cedar statefulIsAuthorized', times[1]!),
  ]
}

function compile(text: string, kind: PolicyKind): CompiledPolicy {
  const result = compilePolicy(text, { kind, source: { type: 'api', id: 'bench', name: 'bench' } })
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.policy
}

function iamText(): string {
  const Statement = STATEMENTS.map(({ effect, resources, principal, ranges, organization }) => ({
    Effect: effect,
    Principal: principal === undefined ? '*' : { AWS: principal },
    Action: 'execute-api:Invoke',
    Resource: resources.map((resource) => `${API}/${resource}`),
    Condition: {
      ...(ranges === undefined ? {} : { IpAddress: { 'aws:SourceIp': ranges } }),
      ...(organization === undefined ? {} : { StringEquals: { 'aws:PrincipalOrgID': organization } }),
    },
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement })
}

function cedarText(): string {
  return STATEMENTS.map(({ effect, resources, principal, ranges, organization }) => {
    const head = principal === undefined ? 'principal' : `principal == User::"${principal}"`
    const tests = [
      resources.map((resource) => `context.resource like "${API}/${resource}"`).join(' || '),
      ...(ranges === undefined ? [] : [ranges.map((range) => `context.sourceIp.isInRange(ip("${range}"))`).join(' || ')]),
      ...(organization === undefined ? [] : [`context.principalOrgId == "${organization}"`]),
    ]
    const keyword = effect === 'Allow' ? 'permit' : 'forbid'
    return `${keyword}(${head}, action == Action::"execute-api:Invoke", resource) when { ${tests.map((test) => `(${test})`).join(' && ')} };`
  }).join('\n')
}

function toRequest({ user, path, sourceIp }: BenchRequest): AccessRequest {
  const arn = `arn:aws:iam::${ACCOUNT}:user/${user}`
  const principal: Principal = { type: 'user', account: ACCOUNT, arn, userId: `AIDA${user.toUpperCase()}` }
  const facts = new Map([
    ['aws:sourceip', sourceIp],
    ['aws:principalorgid', ORGANIZATION],
    ['aws:principalarn', arn],
    ['aws:username', user],
    ['aws:securetransport', 'true'],
  ])
  return { principal, action: 'execute-api:Invoke', resource: `${API}/${path}`, facts }
}

function toCedarCall({ user, path, sourceIp }: BenchRequest) {
  return {
    preparsedPolicySetId: 'bench',
    principal: { type: 'User', id: `arn:aws:iam::${ACCOUNT}:user/${user}` },
    action: { type: 'Action', id: 'execute-api:Invoke' },
    resource: { type: 'Api', id: 'fhorders01' },
    context: {
      resource: `${API}/${path}`,
      sourceIp: { __extn: { fn: 'ip', arg: sourceIp } },
      principalOrgId: ORGANIZATION,
      username: user,
      secureTransport: true,
    },
    entities: [],
  }
}

/** A user with an identity policy that is silent, so that the resource policy settles every request. */
function toQuestion(resource: CompiledPolicy): AccessQuestion<CompiledPolicy> {
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${API}/dev/*` }
  const identity = compile(JSON.stringify({ Version: '2012-10-17', Statement: statement }), 'identity')
  return {
    flow: 'iam',
    resourceAccount: ACCOUNT,
    identity: [identity],
    boundary: null,
    session: [],
    scp: [],
    rcp: [],
    endpoint: null,
    resource,
    authorizer: null,
  }
}

interface Contender {
  readonly run: (index: number) => boolean
  readonly count: number
}

/** Microseconds a call of each, the best of seven interleaved rounds after one to warm up. */
function measure(contenders: readonly Contender[]): readonly number[] {
  const best = contenders.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 8; round++) {
    contenders.forEach(({ run, count }, contender) => {
      const start = process.hrtime.bigint()
      for (let call = 0; call < count; call++) run(call & 7)
      const microseconds = Number(process.hrtime.bigint() - start) / 1000 / count
      if (round > 0) best[contender] = Math.min(best[contender]!, microseconds)
    })
  }
  return best
}
