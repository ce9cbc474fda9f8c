/** A small world in the demo's spirit: the orders API with every kind of authorization, and who calls it. */
import type { AuthorizerSpec, IntegrationSpec, MockResponse, RouteAuth, RouteMethod, RouteSpec } from '../../domain/derived-api'
import type { Account, Api, IamUser, LambdaFunction, UserPool, World } from '../../domain/world'
import { ACCESS_KEY, ID_KEY } from './keys'

export const PLATFORM = '111122223333'
export const PARTNER = '444455556666'
export const DATA = '777788889999'
export const REGION = 'us-east-1'
export const API = 'fhorders01'
export const HTTP_API = 'fhstore001'
export const POOL = 'us-east-1_FernCust1'
export const CLIENT = 'web-client'
export const PUBLIC_URL = 'http://localhost:3000'
export const DOMAIN = 'execute-api.localhost'
const ARN = `arn:aws:execute-api:${REGION}:${PLATFORM}:${API}`

export const ORDERS_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    allow('PublicCatalog', '*', ['prod/GET/', 'prod/GET/catalog', 'prod/GET/catalog/*']),
    allow('CustomersViaPool', '*', ['prod/*/me', 'prod/*/me/*']),
    allow('WebhooksOpen', '*', ['prod/POST/webhooks/*']),
    {
      ...allow('OfficeOnlyStatus', '*', ['prod/GET/status']),
      Condition: { IpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '127.0.0.0/8', '::1/128'] } },
    },
    allow('PartnerReads', { AWS: PARTNER }, ['prod/GET/orders/*']),
    allow('CarolRefunds', { AWS: `arn:aws:iam::${PLATFORM}:user/carol` }, ['prod/POST/orders/*/refund']),
    allow('WorkerSession', { AWS: `arn:aws:sts::${PLATFORM}:assumed-role/warehouse-worker/night-shift` }, ['prod/POST/orders/*/refund']),
    { ...allow('OrgReports', '*', ['prod/GET/reports/*']), Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-fernhill01' } } },
    {
      Sid: 'BlockBadNetwork',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8:bad::/48'] } },
    },
  ],
})

function allow(sid: string, principal: unknown, paths: readonly string[]) {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: principal,
    Action: 'execute-api:Invoke',
    Resource: paths.map((path) => `execute-api:/${path}`),
  }
}

export function identityPolicy(effect: 'Allow' | 'Deny', resources: readonly string[], condition?: object): string {
  const statement = { Effect: effect, Action: 'execute-api:Invoke', Resource: resources, ...(condition ? { Condition: condition } : {}) }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
}

export function mock(status = 200, body = '{"from":"mock"}', more: Partial<MockResponse> = {}): IntegrationSpec {
  const response: MockResponse = { selectionPattern: null, status, headers: [], contentType: 'application/json', body, ...more }
  return { type: 'MOCK', requestStatus: status, responses: [response] }
}

export function proxy(uri: string, parameters: Readonly<Record<string, string>> = {}): IntegrationSpec {
  return { type: 'HTTP_PROXY', uri, httpMethod: 'ANY', timeoutMs: 5000, requestParameters: new Map(Object.entries(parameters)) }
}

export function route(
  method: RouteMethod,
  path: string,
  auth: RouteAuth = { type: 'NONE' },
  integration: IntegrationSpec = mock(),
): RouteSpec {
  return { key: path === '$default' ? path : `${method} ${path}`, method, path, operationId: null, auth, integration }
}

const IAM: RouteAuth = { type: 'AWS_IAM' }
const pool = (scopes: readonly string[] = []): RouteAuth => ({ type: 'COGNITO_USER_POOLS', authorizer: 'customers', scopes })
const custom = (authorizer: string): RouteAuth => ({ type: 'CUSTOM', authorizer })

export const ORDERS_ROUTES: readonly RouteSpec[] = [
  route('GET', '/'),
  route('GET', '/catalog'),
  route(
    'GET',
    '/catalog/{id}',
    { type: 'NONE' },
    proxy('http://echo.test/items/{id}', { 'integration.request.header.X-Shop': "'fernhill'" }),
  ),
  route('GET', '/status'),
  route('GET', '/orders', IAM),
  route('GET', '/orders/{id}', IAM, proxy('http://echo.test/orders/{id}')),
  route('POST', '/orders/{id}/refund', IAM),
  route('DELETE', '/orders/{id}', IAM),
  route('GET', '/reports/{name}', IAM),
  route('GET', '/teams/{team}/rota', IAM),
  route('GET', '/me', pool()),
  route('POST', '/me/subscriptions', pool(['shop/write'])),
  route('GET', '/loyalty/{member}', custom('loyalty-token')),
  route('GET', '/loyalty/{member}/history', custom('narrow-token')),
  route('GET', '/narrow/{member}', custom('narrow-token')),
  route('POST', '/webhooks/{provider}', custom('webhook-hmac')),
  route('GET', '/files/{proxy+}', { type: 'NONE' }, proxy('http://echo.test/files/{proxy}')),
]

const fn = (name: string) => ({ account: PLATFORM, region: REGION, name })

export const AUTHORIZERS: readonly AuthorizerSpec[] = [
  { type: 'COGNITO_USER_POOLS', name: 'customers', header: 'Authorization', identityValidationExpression: null, poolIds: [POOL] },
  {
    type: 'TOKEN',
    name: 'loyalty-token',
    header: 'Authorization',
    identityValidationExpression: '^Bearer [a-z-]+$',
    ttlSec: 300,
    function: fn('loyalty'),
  },
  { type: 'TOKEN', name: 'narrow-token', header: 'Authorization', identityValidationExpression: null, ttlSec: 300, function: fn('narrow') },
  { type: 'REQUEST', name: 'webhook-hmac', identitySources: [{ from: 'header', name: 'X-Signature' }], ttlSec: 0, function: fn('webhook') },
]

export function makeApi(patch: Partial<Api> = {}): Api {
  const derived = patch.derived ?? { routes: ORDERS_ROUTES, authorizers: AUTHORIZERS }
  return {
    id: API,
    name: 'orders',
    account: PLATFORM,
    region: REGION,
    protocol: 'REST',
    endpointType: 'REGIONAL',
    stages: [
      { name: 'prod', variables: new Map([['upstream', 'echo.test']]) },
      { name: 'dev', variables: new Map() },
    ],
    definition: JSON.stringify(derived.routes),
    policy: ORDERS_POLICY,
    derived,
    ...patch,
  }
}

export const STOREFRONT: Api = makeApi({
  id: HTTP_API,
  name: 'storefront',
  protocol: 'HTTP',
  policy: null,
  stages: [{ name: '$default', variables: new Map() }],
  derived: {
    routes: [
      route('GET', '/products'),
      route('GET', '/basket', custom('loyalty-token')),
      route('GET', '/mirror', { type: 'NONE' }, proxy('http://echo.test/mirror')),
    ],
    authorizers: AUTHORIZERS,
  },
})

export function user(account: string, name: string, patch: Partial<IamUser> = {}): IamUser {
  return {
    name,
    id: `AIDA${name.toUpperCase()}`,
    path: '/',
    arn: `arn:aws:iam::${account}:user/${name}`,
    groups: [],
    inlinePolicies: [],
    attachedPolicyArns: [],
    permissionsBoundaryArn: null,
    tags: [],
    ...patch,
  }
}

const INVOKE_ALL = `arn:aws:iam::${PLATFORM}:policy/FernhillInvokeAll`
const GET_ONLY = `arn:aws:iam::${PLATFORM}:policy/GetOnly`
const inline = (name: string, document: string) => [{ name, document }]
const managed = (arn: string, document: string) => ({ name: arn.split('/').at(-1)!, id: 'ANPATEST', path: '/', arn, document })

/** The secret of a user's key; the key's id is `keyId(name)`. */
export const secretOf = (name: string) => `secret-of-${name}`
export const keyId = (name: string) => `AKIATEST${name.toUpperCase()}`

function account(id: string, alias: string, patch: Partial<Account>): Account {
  const users = patch.users ?? []
  const accessKeys = users.map(({ name }) => ({ id: keyId(name), secret: secretOf(name), userName: name, active: name !== 'idle' }))
  return { id, alias, organization: null, groups: [], roles: [], policies: [], ...patch, users, accessKeys }
}

export const ACCOUNTS: readonly Account[] = [
  account(PLATFORM, 'fernhill-platform', {
    organization: { id: 'o-fernhill01', path: 'o-fernhill01/r-fern/ou-fern-apps/' },
    policies: [managed(INVOKE_ALL, identityPolicy('Allow', [`${ARN}/*`])), managed(GET_ONLY, identityPolicy('Allow', [`${ARN}/*/GET/*`]))],
    groups: [
      {
        name: 'api-admins',
        id: 'AGPA1',
        path: '/',
        arn: `arn:aws:iam::${PLATFORM}:group/api-admins`,
        inlinePolicies: [],
        attachedPolicyArns: [INVOKE_ALL],
      },
    ],
    users: [
      user(PLATFORM, 'alice', { groups: ['api-admins'] }),
      user(PLATFORM, 'bob', { inlinePolicies: inline('SupportReads', identityPolicy('Allow', [`${ARN}/prod/GET/orders/*`])) }),
      user(PLATFORM, 'carol'),
      user(PLATFORM, 'dave', { groups: ['api-admins'], inlinePolicies: inline('NoDelete', identityPolicy('Deny', [`${ARN}/*/DELETE/*`])) }),
      user(PLATFORM, 'erin', { attachedPolicyArns: [INVOKE_ALL], permissionsBoundaryArn: GET_ONLY }),
      user(PLATFORM, 'tess', {
        tags: [{ key: 'Team', value: 'roastery' }],
        inlinePolicies: inline('OwnTeam', identityPolicy('Allow', [`${ARN}/prod/GET/teams/\${aws:PrincipalTag/team}/*`])),
      }),
      user(PLATFORM, 'broken', { inlinePolicies: inline('Broken', '{"Statement":[{"Effect":"Allow"') }),
      user(PLATFORM, 'idle', { groups: ['api-admins'] }),
    ],
    roles: [
      {
        name: 'support-desk',
        id: 'AROASUPPORT',
        path: '/desk/',
        arn: `arn:aws:iam::${PLATFORM}:role/desk/support-desk`,
        trustPolicy: '{}',
        inlinePolicies: inline(
          'RefundWithMfa',
          identityPolicy('Allow', [`${ARN}/prod/POST/orders/*/refund`], {
            Bool: { 'aws:MultiFactorAuthPresent': 'true' },
            NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
          }),
        ),
        attachedPolicyArns: [],
        permissionsBoundaryArn: null,
        maxSessionDurationSec: 3600,
        tags: [],
      },
    ],
  }),
  account(PARTNER, 'bean-logistics', {
    users: [
      user(PARTNER, 'pat', { inlinePolicies: inline('OrdersRead', identityPolicy('Allow', [`${ARN}/prod/GET/orders/*`])) }),
      user(PARTNER, 'quinn'),
    ],
  }),
]

export const CUSTOMERS: UserPool = {
  id: POOL,
  account: PLATFORM,
  region: REGION,
  name: 'customers',
  issuer: null,
  passwordPolicy: { minimumLength: 8, requireUppercase: false, requireLowercase: false, requireNumbers: false, requireSymbols: false },
  clients: [],
  groups: [],
  resourceServers: [],
  signingKeys: [ID_KEY.signingKey, ACCESS_KEY.signingKey],
  users: [],
}

export function makeFunction(name: string, code = `// ${name}`): LambdaFunction {
  return {
    account: PLATFORM,
    region: REGION,
    name,
    handler: 'index.handler',
    code,
    environment: new Map(),
    timeoutMs: 3000,
    memoryMb: 64,
    tables: new Map(),
    events: [],
  }
}

export function makeWorld(patch: Partial<World> = {}): World {
  return {
    revision: 7,
    accounts: ACCOUNTS,
    functions: [makeFunction('loyalty'), makeFunction('narrow'), makeFunction('webhook')],
    userPools: [CUSTOMERS],
    apis: [makeApi(), STOREFRONT],
    tests: [],
    ...patch,
  }
}
