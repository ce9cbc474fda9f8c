import { describe, expect, it } from 'vitest'
import type { ReasonCode } from '../reasons/reason-code'
import { type Call, createTestGateway, type Handler, headerOf, send, textOfBody } from '../testing/harness'

const TOKEN: Call = { path: '/loyalty/7', headers: [['Authorization', 'Bearer gold']] }
const document = (statements: object[]) => ({ principalId: 'p', policyDocument: { Version: '2012-10-17', Statement: statements } })
const statement = (effect: 'Allow' | 'Deny', patch: object = {}) => ({
  Action: 'execute-api:Invoke',
  Effect: effect,
  Resource: '*',
  ...patch,
})

interface Case {
  readonly name: string
  readonly source: string
  readonly handler: Handler
  readonly status: number
  readonly code: ReasonCode
  readonly body?: string
  readonly errorType?: string
}

const BROKEN = { status: 500, body: '{"message":null}', errorType: 'AuthorizerConfigurationException' } as const

const CASES: readonly Case[] = [
  { name: 'an Allow', source: 'apigateway 5.3', handler: () => document([statement('Allow')]), status: 200, code: 'ALLOWED_BY_AUTHORIZER' },
  {
    name: 'an explicit Deny',
    source: 'apigateway 5.4',
    handler: () => document([statement('Deny')]),
    status: 403,
    code: 'EXPLICIT_DENY',
    body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    errorType: 'AccessDeniedException',
  },
  {
    name: 'no statement that matches',
    source: 'apigateway 5.4',
    handler: () => document([statement('Allow', { Resource: 'arn:aws:execute-api:*:*:*/dev/*' })]),
    status: 403,
    code: 'NO_ALLOW_FROM_AUTHORIZER',
    body: '{"Message":"User is not authorized to access this resource"}',
  },
  {
    name: 'Unauthorized thrown',
    source: 'apigateway 5.4',
    handler: () => {
      throw new Error('Unauthorized')
    },
    status: 401,
    code: 'AUTHORIZER_SAID_UNAUTHORIZED',
    body: '{"message":"Unauthorized"}',
    errorType: 'UnauthorizedException',
  },
  {
    name: 'anything else thrown',
    source: 'apigateway 5.4',
    handler: () => {
      throw new Error('unauthorized')
    },
    code: 'AUTHORIZER_FAILED',
    ...BROKEN,
  },
  {
    name: 'an answer of a proxy integration',
    source: 'apigateway 5.4',
    handler: () => ({ statusCode: 200 }),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  { name: 'nothing', source: 'fail closed', handler: () => undefined, code: 'AUTHORIZER_BAD_OUTPUT', ...BROKEN },
  {
    name: 'a policy that is null',
    source: 'apigateway 5.4',
    handler: () => ({ principalId: 'p', policyDocument: null }),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  {
    name: 'a policy with an unknown effect',
    source: 'fail closed',
    handler: () => document([{ ...statement('Allow'), Effect: 'Maybe' }]),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  {
    name: 'an object in the context',
    source: 'apigateway 5.3',
    handler: () => ({ ...document([statement('Allow')]), context: { a: {} } }),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  {
    name: 'more than 8 KiB',
    source: 'apigateway 5.1',
    handler: () => ({ ...document([statement('Allow')]), context: { a: 'x'.repeat(8192) } }),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  {
    name: 'a resource over 512 characters',
    source: 'apigateway 2.3',
    handler: () => document([statement('Allow', { Resource: 'x'.repeat(513) })]),
    code: 'AUTHORIZER_BAD_OUTPUT',
    ...BROKEN,
  },
  {
    name: 'a condition that does not match',
    source: 'apigateway 5.3',
    handler: () => document([statement('Allow', { Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } })]),
    status: 403,
    code: 'NO_ALLOW_FROM_AUTHORIZER',
  },
]

describe('what a Lambda authorizer returns', () => {
  it.each(CASES)('$name ($source)', async ({ handler, status, code, body, errorType }) => {
    const test = createTestGateway({ handlers: { loyalty: handler } })
    const response = await send(test, TOKEN)
    expect({ status: response.status, code: test.records[0]?.reasonCode }).toEqual({ status, code })
    if (body) expect(textOfBody(response)).toBe(body)
    if (errorType) expect(headerOf(response, 'x-amzn-ErrorType')).toBe(errorType)
    expect(test.records[0]?.decision().reasonCode).toBe(code)
  })

  it('a resource policy that denies stops the request before the function runs', async () => {
    const test = createTestGateway({ handlers: { loyalty: () => document([statement('Allow')]) } })
    const response = await send(test, { ...TOKEN, sourceIp: '203.0.113.9' })
    expect(textOfBody(response)).toMatch(/^\{"Message":"User: anonymous is not authorized .* with an explicit deny"\}$/)
    expect(test.invoked).toEqual([])
    expect(test.records[0]?.decision().decidedBy).toMatchObject({ stage: 'resourcePolicy', sid: 'BlockBadNetwork' })
  })

  it('a failure is not remembered', async () => {
    let calls = 0
    const test = createTestGateway({ handlers: { loyalty: () => (++calls === 1 ? null : document([statement('Allow')])) } })
    expect([(await send(test, TOKEN)).status, (await send(test, TOKEN)).status]).toEqual([500, 200])
  })
})

describe('what a Lambda authorizer is given', () => {
  it('TOKEN: the token and the method ARN, nothing else', async () => {
    let seen: unknown
    const test = createTestGateway({ handlers: { loyalty: (event) => (seen = event) } })
    await send(test, TOKEN)
    expect(seen).toEqual({
      type: 'TOKEN',
      authorizationToken: 'Bearer gold',
      methodArn: 'arn:aws:execute-api:us-east-1:111122223333:fhorders01/prod/GET/loyalty/7',
    })
  })

  it('REQUEST: headers, query and context, and no body', async () => {
    let seen: Record<string, unknown> = {}
    const test = createTestGateway({ handlers: { webhook: (event) => (seen = event) } })
    const headers = [
      ['X-Signature', 's'],
      ['X-Many', '1'],
      ['x-many', '2'],
      ['__proto__', 'p'],
    ] as const
    await send(test, { method: 'POST', path: '/webhooks/acme/?a=1&a=2&b=x+y%21', headers, body: 'secret' })
    expect(seen).toMatchObject({
      type: 'REQUEST',
      methodArn: 'arn:aws:execute-api:us-east-1:111122223333:fhorders01/prod/POST/webhooks/acme',
      resource: '/webhooks/{provider}',
      path: '/webhooks/acme',
      httpMethod: 'POST',
      queryStringParameters: { a: '2', b: 'x y!' },
      multiValueQueryStringParameters: { a: ['1', '2'], b: ['x y!'] },
      pathParameters: { provider: 'acme' },
      stageVariables: { upstream: 'echo.test' },
      requestContext: {
        stage: 'prod',
        accountId: '111122223333',
        apiId: 'fhorders01',
        path: '/prod/webhooks/acme',
        identity: { sourceIp: '192.0.2.7' },
      },
    })
    expect(seen.headers).toMatchObject({ 'X-Signature': 's', 'X-Many': '2' })
    expect(seen.multiValueHeaders).toMatchObject({ 'X-Many': ['1', '2'] })
    expect(seen).not.toHaveProperty('body')
  })
})
