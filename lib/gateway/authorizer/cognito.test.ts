import { describe, expect, it } from 'vitest'
import type { ReasonCode } from '../reasons/reason-code'
import { createTestGateway, evaluate, FOREIGN_KEY, makeToken, NOW, send, textOfBody } from '../testing/harness'
import { ACCESS_KEY } from '../testing/keys'
import { AUTHORIZERS, CLIENT, CUSTOMERS, makeApi, makeWorld, ORDERS_ROUTES, POOL } from '../testing/world'

const id = (patch: Record<string, unknown> = {}, key?: typeof ACCESS_KEY) => makeToken({ username: 'ada', tokenUse: 'id' }, NOW, patch, key)
const token = id()
const [head, claims, signature] = token.split('.') as [string, string, string]
const unsigned = `${Buffer.from('{"alg":"none","kid":"kid-id"}').toString('base64url')}.${claims}.`
const hmac = `${Buffer.from('{"alg":"HS256","kid":"kid-id"}').toString('base64url')}.${claims}.${signature}`

const ADA = { type: 'poolUser', pool: POOL, username: 'ada', client: CLIENT, tokenUse: 'id' } as const

interface Case {
  readonly name: string
  readonly header: string
  readonly status: number
  readonly code: ReasonCode
  readonly body?: string
}

const CASES: readonly Case[] = [
  { name: 'the raw token', header: token, status: 200, code: 'ALLOWED_BY_RESOURCE_POLICY' },
  { name: 'the token after Bearer', header: `Bearer ${token}`, status: 200, code: 'ALLOWED_BY_RESOURCE_POLICY' },
  { name: 'a key that belongs to no pool', header: id({}, FOREIGN_KEY), status: 401, code: 'TOKEN_INVALID' },
  {
    name: 'a foreign key under a known kid',
    header: `${head}.${id({}, FOREIGN_KEY).split('.').slice(1).join('.')}`,
    status: 401,
    code: 'TOKEN_INVALID',
  },
  {
    name: 'an issuer that is no pool of the authorizer',
    header: id({ iss: 'http://localhost:3000/cognito/us-east-1_Other' }),
    status: 401,
    code: 'TOKEN_INVALID',
  },
  { name: 'an issuer named like a prototype', header: id({ iss: '__proto__' }), status: 401, code: 'TOKEN_INVALID' },
  {
    name: 'changed claims',
    header: `${head}.${Buffer.from('{"token_use":"id"}').toString('base64url')}.${signature}`,
    status: 401,
    code: 'TOKEN_INVALID',
  },
  { name: 'alg none', header: unsigned, status: 401, code: 'TOKEN_INVALID' },
  { name: 'HMAC with the public key', header: hmac, status: 401, code: 'TOKEN_INVALID' },
  { name: 'no token at all', header: 'Bearer', status: 401, code: 'TOKEN_INVALID' },
  { name: 'three dots', header: '...', status: 401, code: 'TOKEN_INVALID' },
  {
    name: 'a token that has expired',
    header: id({ exp: NOW / 1000 - 1 }),
    status: 401,
    code: 'TOKEN_EXPIRED',
    body: '{"message":"The incoming token has expired"}',
  },
  { name: 'a token that ends now', header: id({ exp: NOW / 1000 }), status: 401, code: 'TOKEN_EXPIRED' },
  { name: 'a token without an end', header: id({ exp: undefined }), status: 401, code: 'TOKEN_EXPIRED' },
]

describe('a user-pool authorizer', () => {
  it.each(CASES)('$name', async ({ header, status, code, body }) => {
    const test = createTestGateway()
    const response = await send(test, { path: '/me', headers: [['Authorization', header]] })
    expect({ status: response.status, code: test.records[0]?.reasonCode }).toEqual({ status, code })
    if (body) expect(textOfBody(response)).toBe(body)
    const kept = JSON.stringify(test.records[0]?.decision())
    if (header.length > 20) expect(kept).not.toContain(header)
  })

  it('a token is refused as soon as its key is withdrawn, though its verdict was remembered', async () => {
    const test = createTestGateway()
    const call = { path: '/me', headers: [['Authorization', token]] } as const
    expect((await send(test, call)).status).toBe(200)
    const pool = { ...CUSTOMERS, signingKeys: [ACCESS_KEY.signingKey] }
    test.snapshot = createTestGateway({ world: makeWorld({ userPools: [pool] }) }).snapshot
    expect((await send(test, call)).status).toBe(401)
  })

  it('without a resource policy a valid token is enough', async () => {
    const test = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: null })] }) })
    expect((await send(test, { path: '/me', headers: [['Authorization', token]] })).status).toBe(200)
    expect(test.records[0]?.reasonCode).toBe('ALLOWED_BY_TOKEN')
    expect(test.records[0]?.caller).toBe('ada')
  })

  it('with a policy that is silent a valid token is not (demo 8)', async () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/prod/GET/catalog' }],
    })
    const test = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy })] }) })
    const response = await send(test, { path: '/me', headers: [['Authorization', token]] })
    expect(textOfBody(response)).toMatch(/^\{"Message":"User: anonymous is not authorized/)
  })

  it('the validation expression is asked about the whole audience, which access tokens do not have', async () => {
    const authorizers = AUTHORIZERS.map((authorizer) =>
      authorizer.type === 'COGNITO_USER_POOLS' ? { ...authorizer, identityValidationExpression: 'web' } : authorizer,
    )
    const test = createTestGateway({ world: makeWorld({ apis: [makeApi({ derived: { routes: ORDERS_ROUTES, authorizers } })] }) })
    const send2 = (bearer: string, path = '/me', method = 'GET') => send(test, { method, path, headers: [['Authorization', bearer]] })
    expect((await send2(id({ aud: 'web-client' }))).status).toBe(401)
    expect((await send2(id({ aud: 'web' }))).status).toBe(200)
    const access = makeToken({ username: 'ada', tokenUse: 'access', scopes: ['shop/write'] }, NOW)
    expect((await send2(access, '/me/subscriptions', 'POST')).status).toBe(401)
    expect(test.records.map(({ reasonCode }) => reasonCode)).toEqual([
      'TOKEN_WRONG_AUDIENCE',
      'ALLOWED_BY_RESOURCE_POLICY',
      'TOKEN_WRONG_AUDIENCE',
    ])
  })

  it('a stored key that cannot be used refuses what it signs, as a fault of ours, and stops nothing else', async () => {
    const [first, second] = CUSTOMERS.signingKeys
    for (const publicJwk of [
      { n: '', e: '' },
      { n: 'AQAB', e: 'AQAB' },
      { n: 7 as unknown as string, e: 'AQAB' },
    ]) {
      const pool = { ...CUSTOMERS, signingKeys: [{ ...first!, publicJwk }, second!] }
      const test = createTestGateway({ world: makeWorld({ userPools: [pool] }) })
      const response = await send(test, { path: '/me', headers: [['Authorization', token]] })
      expect([response.status, textOfBody(response)]).toEqual([500, '{"message":null}'])
      expect(test.records[0]!.decision()).toMatchObject({ reasonCode: 'ROUTE_NOT_ENFORCEABLE', outcome: 'error' })
      expect(test.records[0]!.decision().sentence).toContain('a signing key of the user pool customers cannot be used')
      const predicted = await evaluate(test, { path: '/me', caller: ADA })
      expect(predicted.decision.reasonCode).toBe('ROUTE_NOT_ENFORCEABLE')
      expect((await send(test, { path: '/catalog' })).status).toBe(200)
    }
  })
})
