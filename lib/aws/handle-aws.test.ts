import { beforeAll, describe, expect, it } from 'vitest'
import type { RawRequest, RawResponse } from '../gateway/ports'
import { createPoolFixture, PASSWORD, type PoolFixture, PUBLIC_URL } from '../userpool/testing/fixture'
import { type AwsDeps, handleAws } from '.'

let fixture: PoolFixture
let deps: AwsDeps
const reported: unknown[] = []

beforeAll(async () => {
  fixture = await createPoolFixture()
  await fixture.putUser('ada')
  deps = { pools: fixture.pools, findPool: fixture.findPool, publicUrl: PUBLIC_URL, reportError: (error) => reported.push(error) }
})

interface Sent {
  readonly method?: string
  readonly target?: string
  readonly operation?: string
  readonly headers?: readonly string[]
  readonly body?: unknown
}

function raw({ method = 'POST', target = '/aws', operation, headers = [], body = '' }: Sent): RawRequest {
  const rawHeaders = ['Host', 'localhost:3000', ...headers]
  if (operation)
    rawHeaders.push('X-Amz-Target', `AWSCognitoIdentityProviderService.${operation}`, 'Content-Type', 'application/x-amz-json-1.1')
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { method, target, rawHeaders, body: bytes, peer: { address: '127.0.0.1', port: 1 }, secure: false }
}

const headerOf = (response: RawResponse, name: string) => response.headers.find(([given]) => given.toLowerCase() === name)?.[1]
const send = (sent: Sent) => handleAws(raw(sent), deps)

describe('an error on the wire', () => {
  it('names itself in header and body alike, with message and request id, readable from any origin', async () => {
    const body = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: fixture.client('web').id, AuthParameters: { USERNAME: 'ada', PASSWORD: 'x' } }
    const response = await send({ operation: 'InitiateAuth', body })
    expect(response.status).toBe(400)
    expect(response.body).toBe('{"__type":"NotAuthorizedException","message":"Incorrect username or password."}')
    expect(headerOf(response, 'x-amzn-errortype')).toBe('NotAuthorizedException:')
    expect(headerOf(response, 'x-amzn-errormessage')).toBe('Incorrect username or password.')
    expect(headerOf(response, 'x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headerOf(response, 'content-type')).toBe('application/x-amz-json-1.1')
    expect(headerOf(response, 'access-control-allow-origin')).toBe('*')
    expect(headerOf(response, 'access-control-allow-credentials')).toBeUndefined()
  })

  const CASES: readonly (readonly [string, Sent, number, string])[] = [
    ['no JSON', { operation: 'InitiateAuth', body: '{' }, 400, 'SerializationException'],
    ['JSON that is no object', { operation: 'InitiateAuth', body: '[]' }, 400, 'SerializationException'],
    ['a body too large', { operation: 'InitiateAuth', body: Buffer.alloc(200_000, 0x20) }, 400, 'RequestEntityTooLargeException'],
    ['no fields', { operation: 'InitiateAuth', body: {} }, 400, 'InvalidParameterException'],
    ['an unknown flow', { operation: 'InitiateAuth', body: { AuthFlow: 'ANY', ClientId: 'c' } }, 400, 'InvalidParameterException'],
    [
      'a parameter that is no text',
      { operation: 'InitiateAuth', body: { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'c', AuthParameters: { USERNAME: 1 } } },
      400,
      'InvalidParameterException',
    ],
    ['a token with spaces', { operation: 'GetUser', body: { AccessToken: 'a b' } }, 400, 'InvalidParameterException'],
    [
      'an administrative operation without signature',
      { operation: 'AdminCreateUser', body: {} },
      400,
      'MissingAuthenticationTokenException',
    ],
    [
      'an administrative operation with one',
      { operation: 'AdminCreateUser', body: {}, headers: ['Authorization', 'AWS4-HMAC-SHA256 x=y'] },
      400,
      'UnknownOperationException',
    ],
    ['a client operation that is not offered', { operation: 'SignUp', body: {} }, 400, 'UnknownOperationException'],
    ['a name of JavaScript', { operation: 'constructor', body: {} }, 400, 'MissingAuthenticationTokenException'],
    ['another service', { headers: ['X-Amz-Target', 'DynamoDB_20120810.ListTables'], body: {} }, 400, 'UnknownOperationException'],
    ['GET', { method: 'GET', operation: 'InitiateAuth' }, 400, 'UnknownOperationException'],
    ['nothing', {}, 400, 'UnknownOperationException'],
  ]

  it.each(CASES)('for %s', async (_, sent, status, name) => {
    const response = await send(sent)
    expect([response.status, JSON.parse(String(response.body)).__type]).toEqual([status, name])
    expect(headerOf(response, 'x-amzn-errortype')).toBe(`${name}:`)
  })

  it('quotes nothing of the client into a header that could end it', async () => {
    const response = await send({ operation: 'Sign\u00e9Up', headers: ['Authorization', 'x'], body: {} })
    for (const [, value] of response.headers) expect(value).toMatch(/^[\x20-\x7e]*$/)
  })

  it('of ours is InternalErrorException, told to the log and not to the client', async () => {
    const failing = {
      ...deps,
      pools: { ...deps.pools, getUser: () => Promise.reject(new Error('the password of the database is hunter2')) },
    }
    const response = await handleAws(raw({ operation: 'GetUser', body: { AccessToken: 'a' } }), failing)
    expect([response.status, JSON.parse(String(response.body)).__type]).toEqual([500, 'InternalErrorException'])
    expect(String(response.body)).not.toContain('hunter2')
    expect(reported).toHaveLength(1)
  })
})

describe('the query protocol', () => {
  const form = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']
  const CASES: readonly (readonly [string, Sent, number, string, string])[] = [
    ['STS unsigned', { headers: form, body: 'Action=GetCallerIdentity&Version=2011-06-15' }, 403, 'MissingAuthenticationToken', 'sts'],
    [
      'STS signed',
      { headers: [...form, 'Authorization', 'AWS4-HMAC-SHA256 x=y'], body: 'Action=AssumeRole&Version=2011-06-15' },
      400,
      'InvalidAction',
      'sts',
    ],
    ['STS web identity', { headers: form, body: 'Action=AssumeRoleWithWebIdentity&Version=2011-06-15' }, 400, 'InvalidAction', 'sts'],
    ['IAM in the query', { method: 'GET', target: '/aws/?Action=ListUsers&Version=2010-05-08' }, 403, 'MissingAuthenticationToken', 'iam'],
  ]

  it.each(CASES)('answers %s in XML', async (_, sent, status, code, service) => {
    const response = await send(sent)
    expect(response.status).toBe(status)
    expect(headerOf(response, 'content-type')).toBe('text/xml')
    expect(String(response.body)).toContain(`<ErrorResponse xmlns="https://${service}.amazonaws.com/doc/`)
    expect(String(response.body)).toContain(`<Error><Type>Sender</Type><Code>${code}</Code>`)
  })

  it('escapes what it quotes', async () => {
    const body = 'Action=%3Cscript%3E%26%00&Version=2011-06-15'
    const response = await send({ headers: [...form, 'Authorization', 'x'], body })
    expect(String(response.body)).toContain('The action &lt;script&gt;&amp;? is')
  })
})

describe('a browser of another origin', () => {
  it('may send what Cognito clients send, without credentials', async () => {
    const response = await send({ method: 'OPTIONS', headers: ['Origin', 'https://app.example', 'Access-Control-Request-Method', 'POST'] })
    expect(response.status).toBe(204)
    const allowed = headerOf(response, 'access-control-allow-headers')?.toLowerCase().split(',')
    for (const name of ['x-amz-target', 'x-amz-user-agent', 'content-type', 'cache-control', 'amz-sdk-request'])
      expect(allowed).toContain(name)
    expect(headerOf(response, 'access-control-allow-origin')).toBe('*')
    expect(headerOf(response, 'access-control-allow-credentials')).toBeUndefined()
  })

  it('may read the headers that tell of errors', async () => {
    const parameters = { USERNAME: 'ada', PASSWORD }
    const body = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: fixture.client('web').id, AuthParameters: parameters }
    const response = await send({ operation: 'InitiateAuth', body })
    expect(response.status).toBe(200)
    expect(headerOf(response, 'access-control-expose-headers')).toBe('x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date')
    expect(headerOf(response, 'cache-control')).toBe('no-store')
  })
})
