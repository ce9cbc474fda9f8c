/** Requests with their ends, as data. */
import type { TestCaller } from '../../domain/world'
import type { ReasonCode } from '../reasons/reason-code'
import type { Call, Handler } from './harness'
import { CLIENT, PARTNER, PLATFORM, POOL } from './world'

const iam = (name: string, account = PLATFORM, breakage?: 'flipByte' | 'clockMinus6Min' | 'signOtherPath'): TestCaller => ({
  type: 'iam',
  arn: `arn:aws:iam::${account}:user/${name}`,
  breakage,
})
const ada = (tokenUse: 'id' | 'access', scopes?: readonly string[]): TestCaller => ({
  type: 'poolUser',
  pool: POOL,
  username: 'ada',
  client: CLIENT,
  tokenUse,
  scopes,
})

const allowAll = (resource: string) => ({
  principalId: 'member-7',
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: resource }] },
})
export const HANDLERS: Record<string, Handler> = {
  loyalty: () => allowAll('arn:aws:execute-api:*:*:*/prod/*'),
  narrow: (event) => allowAll(String(event.methodArn)),
  webhook: () => allowAll('arn:aws:execute-api:*:*:*/prod/POST/webhooks/other'),
}

export interface Scenario {
  readonly source: string
  readonly name: string
  readonly call: Call
  readonly status: number
  readonly code: ReasonCode
  readonly sid?: string
  readonly body?: string
  readonly errorType?: string
  readonly sentence?: string
}

const ANONYMOUS_STATUS = `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********3333:fhorders01/prod/GET/status`

export const SCENARIOS: readonly Scenario[] = [
  {
    source: 'demo 1',
    name: 'open, and allowed by policy',
    call: { path: '/catalog' },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'PublicCatalog',
    sentence: 'Allowed by PublicCatalog in the resource policy of orders.',
  },
  {
    source: 'demo 2',
    name: 'wrong address, nobody said no',
    call: { path: '/status' },
    status: 403,
    code: 'NO_ALLOW_IN_RESOURCE_POLICY',
    errorType: 'AccessDeniedException',
    body: `{"Message":"${ANONYMOUS_STATUS}"}`,
    sentence:
      'Denied: no statement in the resource policy of orders allows GET /status for an anonymous caller from 192.0.2.7. Where a policy is attached, silence is denial.',
  },
  {
    source: 'demo 2',
    name: 'from the office',
    call: { path: '/status', sourceIp: '198.51.100.9' },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'OfficeOnlyStatus',
  },
  {
    source: 'demo 2',
    name: 'from loopback over IPv6',
    call: { path: '/status', sourceIp: '::1' },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'OfficeOnlyStatus',
  },
  {
    source: 'demo 3',
    name: 'an explicit Deny beats all',
    call: { path: '/orders/1', caller: iam('alice'), sourceIp: '203.0.113.9' },
    status: 403,
    code: 'EXPLICIT_DENY',
    sid: 'BlockBadNetwork',
    body: '{"Message":"User: arn:aws:iam::111122223333:user/alice is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********3333:fhorders01/prod/GET/orders/1 with an explicit deny"}',
    sentence:
      'Denied by BlockBadNetwork in the resource policy of orders: aws:SourceIp is 203.0.113.9, inside 203.0.113.0/24. An explicit Deny wins, so the Allow that alice has through FernhillInvokeAll does not count.',
  },
  {
    source: 'demo 3',
    name: 'a Deny reaches IPv6',
    call: { path: '/orders/1', caller: iam('alice'), sourceIp: '2001:db8:bad::1' },
    status: 403,
    code: 'EXPLICIT_DENY',
    sid: 'BlockBadNetwork',
  },
  {
    source: 'demo 3',
    name: 'a Deny reaches mapped addresses',
    call: { path: '/orders/1', caller: iam('alice'), sourceIp: '::ffff:203.0.113.9' },
    status: 403,
    code: 'EXPLICIT_DENY',
    sid: 'BlockBadNetwork',
  },
  {
    source: 'demo 4',
    name: 'the resource policy alone is enough',
    call: { method: 'POST', path: '/orders/1/refund', caller: iam('carol') },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'CarolRefunds',
  },
  {
    source: 'demo 5',
    name: 'the identity policy alone is enough',
    call: { path: '/orders/1', caller: iam('bob') },
    status: 200,
    code: 'ALLOWED_BY_IDENTITY_POLICY',
  },
  {
    source: 'demo 5',
    name: 'silence on both sides is denial',
    call: { method: 'POST', path: '/orders/1/refund', caller: iam('bob') },
    status: 403,
    code: 'NO_ALLOW',
  },
  {
    source: 'demo 6',
    name: 'cross-account, both sides allow',
    call: { path: '/orders/1', caller: iam('pat', PARTNER) },
    status: 200,
    code: 'ALLOWED_BY_BOTH_SIDES',
  },
  {
    source: 'demo 6',
    name: 'cross-account, one side is missing',
    call: { path: '/orders/1', caller: iam('quinn', PARTNER) },
    status: 403,
    code: 'CROSS_ACCOUNT_NEEDS_BOTH',
  },
  {
    source: 'demo 7',
    name: 'an ID token where an access token is asked for',
    call: { method: 'POST', path: '/me/subscriptions', caller: ada('id') },
    status: 401,
    code: 'TOKEN_WRONG_USE',
    body: '{"message":"Unauthorized"}',
    errorType: 'UnauthorizedException',
  },
  {
    source: 'demo 7',
    name: 'an access token with the scope',
    call: { method: 'POST', path: '/me/subscriptions', caller: ada('access', ['shop/write']) },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'CustomersViaPool',
  },
  {
    source: 'demo 7',
    name: 'an access token with another scope',
    call: { method: 'POST', path: '/me/subscriptions', caller: ada('access', ['shop/read']) },
    status: 401,
    code: 'TOKEN_SCOPE_MISSING',
  },
  {
    source: 'apigateway 4.1',
    name: 'an access token where no scope is asked for',
    call: { path: '/me', caller: ada('access') },
    status: 401,
    code: 'TOKEN_WRONG_USE',
  },
  {
    source: 'apigateway 4.1',
    name: 'an ID token',
    call: { path: '/me', caller: ada('id') },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'CustomersViaPool',
  },
  {
    source: 'apigateway 4.1',
    name: 'no token',
    call: { path: '/me' },
    status: 401,
    code: 'TOKEN_MISSING',
    body: '{"message":"Unauthorized"}',
  },
  {
    source: 'apigateway 4.1',
    name: 'a pool token from a blocked network',
    call: { path: '/me', caller: ada('id'), sourceIp: '203.0.113.9' },
    status: 403,
    code: 'EXPLICIT_DENY',
    sid: 'BlockBadNetwork',
  },
  {
    source: 'demo 10',
    name: 'outside the boundary',
    call: { method: 'DELETE', path: '/orders/1', caller: iam('erin') },
    status: 403,
    code: 'OUTSIDE_BOUNDARY',
  },
  {
    source: 'demo 10',
    name: 'an explicit Deny of an identity policy',
    call: { method: 'DELETE', path: '/orders/1', caller: iam('dave') },
    status: 403,
    code: 'EXPLICIT_DENY',
  },
  {
    source: 'demo 12',
    name: 'an authorizer decides where the policy is silent',
    call: { path: '/loyalty/7', headers: [['Authorization', 'Bearer gold']] },
    status: 200,
    code: 'ALLOWED_BY_AUTHORIZER',
  },
  {
    source: 'demo 13',
    name: 'the silence of an authorizer and an Allow',
    call: { method: 'POST', path: '/webhooks/acme', headers: [['X-Signature', 'x']] },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'WebhooksOpen',
  },
  {
    source: 'demo 16',
    name: 'an identity source is missing',
    call: { method: 'POST', path: '/webhooks/acme' },
    status: 401,
    code: 'IDENTITY_SOURCE_MISSING',
    body: '{"message":"Unauthorized"}',
  },
  {
    source: 'apigateway 5.1',
    name: 'a token that the validation expression refuses',
    call: { path: '/loyalty/7', headers: [['Authorization', 'Bearer GOLD']] },
    status: 401,
    code: 'IDENTITY_SOURCE_INVALID',
  },
  {
    source: 'demo 20',
    name: 'a trailing slash is the same resource',
    call: { method: 'DELETE', path: '/orders/1/', caller: iam('dave') },
    status: 403,
    code: 'EXPLICIT_DENY',
  },
  {
    source: 'demo 20',
    name: 'a double slash is the same resource',
    call: { method: 'DELETE', path: '//orders/1', caller: iam('dave') },
    status: 403,
    code: 'EXPLICIT_DENY',
  },
  {
    source: 'demo 23',
    name: 'the wrong door',
    call: { path: '/order/1' },
    status: 403,
    code: 'NO_SUCH_ROUTE',
    body: '{"message":"Missing Authentication Token"}',
    errorType: 'MissingAuthenticationTokenException',
    sentence:
      'Refused: orders has no such route: GET /order/1. The nearest is GET /orders/{id}. AWS answers with Missing Authentication Token all the same.',
  },
  {
    source: 'demo 23',
    name: 'the wrong door with a token',
    call: { path: '/order/1', headers: [['Authorization', 'Bearer sometoken']] },
    status: 403,
    code: 'NO_SUCH_ROUTE_WITH_AUTHORIZATION',
    body: `{"message":"'sometoken' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer sometoken'."}`,
    errorType: 'IncompleteSignatureException',
  },
  {
    source: 'apigateway 3.5',
    name: 'no signature on a signed method',
    call: { path: '/orders/1' },
    status: 403,
    code: 'MISSING_AUTHENTICATION_TOKEN',
    body: '{"message":"Missing Authentication Token"}',
  },
  {
    source: 'apigateway 9.1',
    name: 'a wrong method is no route',
    call: { method: 'PATCH', path: '/catalog' },
    status: 403,
    code: 'NO_SUCH_ROUTE',
  },
  {
    source: 'policy variables',
    name: 'a principal tag in a resource',
    call: { path: '/teams/roastery/rota', caller: iam('tess') },
    status: 200,
    code: 'ALLOWED_BY_IDENTITY_POLICY',
  },
  {
    source: 'policy variables',
    name: 'the tag of another team',
    call: { path: '/teams/bakery/rota', caller: iam('tess') },
    status: 403,
    code: 'NO_ALLOW',
  },
  {
    source: 'fail closed',
    name: 'a principal whose policy does not compile',
    call: { path: '/orders/1', caller: iam('broken') },
    status: 500,
    code: 'POLICY_NOT_COMPILED',
  },
  {
    source: 'apigateway 2.4',
    name: 'an organization key is a fact of signed calls',
    call: { path: '/reports/q3', caller: iam('carol') },
    status: 200,
    code: 'ALLOWED_BY_RESOURCE_POLICY',
    sid: 'OrgReports',
  },
  {
    source: 'http api',
    name: 'an open route of an HTTP API',
    call: { api: 'fhstore001', stage: '$default', path: '/products' },
    status: 200,
    code: 'ALLOWED_OPEN',
  },
  {
    source: 'apigateway 1.2',
    name: 'no route of an HTTP API',
    call: { api: 'fhstore001', stage: '$default', path: '/nothing' },
    status: 404,
    code: 'NO_SUCH_ROUTE',
    body: '{"message":"Not Found"}',
  },
  {
    source: 'fail closed',
    name: 'an authorizer of an HTTP API',
    call: { api: 'fhstore001', stage: '$default', path: '/basket' },
    status: 500,
    code: 'ROUTE_NOT_ENFORCEABLE',
    body: '{"message":"Internal Server Error"}',
  },
]
