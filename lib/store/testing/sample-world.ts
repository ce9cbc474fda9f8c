import { generateKeyPairSync } from 'node:crypto'
import { deriveApi } from '../../domain'
import type { Account, Api, LambdaFunction, PoolUser, SavedTest, SigningKey, UserPool, World } from '../../domain/world'

/** Every secret of the sample world, to be looked for where none may be. */
export const SAMPLE_SECRETS = {
  accessKey: 'sampleAccessKeySecret0123456789abcdefghij',
  client: 'sampleClientSecret0123456789',
  environment: 'sampleEnvironmentValue0123456789',
} as const

const ACCOUNT = '111122223333'
const REGION = 'us-east-1'

/** Keeps what jsonb would lose: order, spaces, a key that stands twice. */
export const SAMPLE_POLICY =
  '{ "Version": "2012-10-17",\n  "Statement": [ { "Sid": "b", "Sid": "a", "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*" } ] }'

/** A world with something of every kind, lists in an order of their own. */
export function sampleWorld(): World {
  return {
    revision: 0,
    accounts: [sampleAccount()],
    functions: [sampleFunction()],
    userPools: [samplePool()],
    apis: [sampleApi()],
    tests: [sampleTest('b first'), sampleTest('a second')],
  }
}

function sampleAccount(): Account {
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`
  return {
    id: ACCOUNT,
    alias: 'sample',
    organization: { id: 'o-sample0001', path: 'o-sample0001/r-ab12/' },
    users: [
      {
        name: 'alice',
        id: 'AIDAALICE00000000000A',
        path: '/',
        arn: arn('user/alice'),
        groups: ['support', 'admins'],
        inlinePolicies: [{ name: 'own', document: SAMPLE_POLICY }],
        attachedPolicyArns: [arn('policy/InvokeAll')],
        permissionsBoundaryArn: arn('policy/InvokeAll'),
        tags: [
          { key: 'team', value: 'red' },
          { key: 'age', value: '' },
        ],
      },
    ],
    groups: [
      { name: 'admins', id: 'AGPAADMINS0000000000A', path: '/', arn: arn('group/admins'), inlinePolicies: [], attachedPolicyArns: [] },
      {
        name: 'support',
        id: 'AGPASUPPORT000000000A',
        path: '/',
        arn: arn('group/support'),
        inlinePolicies: [{ name: 'narrow', document: SAMPLE_POLICY }],
        attachedPolicyArns: [],
      },
    ],
    roles: [
      {
        name: 'worker',
        id: 'AROAWORKER0000000000A',
        path: '/jobs/',
        arn: arn('role/jobs/worker'),
        trustPolicy: SAMPLE_POLICY,
        inlinePolicies: [],
        attachedPolicyArns: [],
        permissionsBoundaryArn: null,
        maxSessionDurationSec: 3600,
        tags: [],
      },
    ],
    policies: [
      { name: 'InvokeAll', id: 'ANPAINVOKE0000000000A', path: '/', arn: arn('policy/InvokeAll'), document: SAMPLE_POLICY },
      { name: 'InvokeAll', id: 'ANPAAWS0000000000000A', path: '/', arn: 'arn:aws:iam::aws:policy/InvokeAll', document: SAMPLE_POLICY },
    ],
    accessKeys: [{ id: 'AKIASAMPLE0000000001', secret: SAMPLE_SECRETS.accessKey, userName: 'alice', active: true }],
  }
}

function sampleFunction(): LambdaFunction {
  return {
    account: ACCOUNT,
    region: REGION,
    name: 'authorizer',
    handler: 'index.handler',
    code: 'export const handler = async () => ({})',
    environment: new Map([
      ['Z', SAMPLE_SECRETS.environment],
      ['A', '1'],
    ]),
    timeoutMs: 3000,
    memoryMb: 64,
    tables: new Map([['roles', new Map([['7', 'gold']])]]),
    events: [{ name: 'sample', event: '{}' }],
  }
}

export function samplePoolUser(username: string, patch: Partial<PoolUser> = {}): PoolUser {
  return {
    username,
    sub: `sub-of-${username}`,
    enabled: true,
    status: 'CONFIRMED',
    attributes: [
      { name: 'email', value: `${username}@example.com` },
      { name: 'custom:tier', value: 'gold' },
    ],
    groups: ['staff', 'gold'],
    passwordHash: 'scrypt$16384$8$1$c2FsdA==$aGFzaA==',
    ...patch,
  }
}

function samplePool(): UserPool {
  return {
    id: `${REGION}_Sample001`,
    account: ACCOUNT,
    region: REGION,
    name: 'customers',
    issuer: null,
    passwordPolicy: { minimumLength: 8, requireUppercase: true, requireLowercase: true, requireNumbers: true, requireSymbols: false },
    clients: [
      {
        id: 'sampleclientid00000000001',
        name: 'web',
        secret: SAMPLE_SECRETS.client,
        explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        idTokenValiditySec: 3600,
        accessTokenValiditySec: 3600,
        refreshTokenValiditySec: 86_400,
        preventUserExistenceErrors: true,
      },
    ],
    groups: [
      { name: 'gold', description: null, roleArn: null, precedence: 1 },
      { name: 'staff', description: 'People', roleArn: null, precedence: null },
    ],
    resourceServers: [{ identifier: 'shop', name: 'Shop', scopes: [{ name: 'write', description: 'Buy' }] }],
    signingKeys: [sampleKey('id'), sampleKey('access')],
    users: [samplePoolUser('ada'), samplePoolUser('ben', { groups: [] })],
  }
}

function sampleKey(use: 'id' | 'access'): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return { kid: `kid-${use}`, use, privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), publicJwk: { n, e } }
}

const MOCK = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200' } },
}

/** An OpenAPI text with one MOCK route for each path. */
export function sampleDefinition(paths: readonly string[]): string {
  const operation = { responses: { 200: { description: 'OK' } }, 'x-amazon-apigateway-integration': MOCK }
  const document = {
    openapi: '3.0.1',
    info: { title: 'orders', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, { get: operation }])),
  }
  return JSON.stringify(document, null, 2)
}

export function sampleApi(id = 'sampleapi1', paths: readonly string[] = ['/orders', '/catalog']): Api {
  const definition = sampleDefinition(paths)
  const result = deriveApi(definition, { protocol: 'REST' })
  if (!result.ok) throw new Error(`The sample definition is refused: ${JSON.stringify(result.issues)}`)
  return {
    id,
    name: 'orders',
    account: ACCOUNT,
    region: REGION,
    protocol: 'REST',
    endpointType: 'REGIONAL',
    stages: [
      {
        name: 'prod',
        variables: new Map([
          ['z', '1'],
          ['a', '2'],
        ]),
      },
      { name: 'dev', variables: new Map() },
    ],
    definition: result.definition,
    policy: SAMPLE_POLICY,
    derived: result.derived,
  }
}

function sampleTest(name: string): SavedTest {
  const request = {
    method: 'GET',
    path: '/orders?x=1',
    headers: [['accept', '*/*']] as const,
    body: null,
    sourceIp: '192.0.2.7',
    hmac: null,
  }
  return {
    name,
    description: null,
    api: 'sampleapi1',
    stage: 'prod',
    before: [request],
    request,
    caller: { type: 'poolUser', pool: 'p', username: 'ada', client: 'c', tokenUse: 'access', scopes: ['shop/write'] },
    expect: { status: 200, outcome: 'allow', reasonCode: null, statement: null, errorType: null, body: null },
  }
}
