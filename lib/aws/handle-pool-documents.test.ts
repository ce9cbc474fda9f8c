import * as jose from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPoolFixture, PASSWORD, type PoolFixture, PUBLIC_URL } from '../userpool/testing/fixture'
import { handlePoolDocuments } from '.'
import { serve } from './testing/serve'

let fixture: PoolFixture
let server: Awaited<ReturnType<typeof serve>>
let publicUrl = PUBLIC_URL

beforeAll(async () => {
  fixture = await createPoolFixture()
  await fixture.putUser('ada')
  server = await serve((request) => handlePoolDocuments(request, { findPool: fixture.findPool, publicUrl }))
  publicUrl = server.url
})
afterAll(() => server.close())

const get = (path: string, init?: RequestInit) => fetch(`${server.url}/cognito/${path}`, init)

describe('the documents of a pool', () => {
  it('satisfy openid-client', async () => {
    const issuer = `${server.url}/cognito/${fixture.pool.id}`
    const config = await openid.discovery(new URL(issuer), 'client', undefined, undefined, { execute: [openid.allowInsecureRequests] })
    expect(config.serverMetadata().issuer).toBe(issuer)
    expect(config.serverMetadata().jwks_uri).toBe(`${issuer}/.well-known/jwks.json`)
    expect(config.serverMetadata().token_endpoint).toBeUndefined()
  })

  it('name only addresses that answer', async () => {
    const document: Record<string, unknown> = await (await get(`${fixture.pool.id}/.well-known/openid-configuration`)).json()
    for (const [name, value] of Object.entries(document)) {
      if (/_(uri|endpoint)$/.test(name)) expect([name, (await fetch(String(value))).status]).toEqual([name, 200])
    }
  })

  it('verify the tokens of the pool', async () => {
    const parameters = new Map([
      ['USERNAME', 'ada'],
      ['PASSWORD', PASSWORD],
    ])
    const outcome = await fixture.pools.initiateAuth({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: fixture.client('web').id,
      AuthParameters: parameters,
    })
    if (!outcome.ok) throw new Error(outcome.error.message)
    const keys = jose.createRemoteJWKSet(new URL(`${server.url}/cognito/${fixture.pool.id}/.well-known/jwks.json`))
    const currentDate = new Date(fixture.clock.ms)
    for (const token of [outcome.value.IdToken, outcome.value.AccessToken]) {
      expect((await jose.jwtVerify(token, keys, { algorithms: ['RS256'], currentDate })).payload.sub).toMatch(/^5f1c2d3e/)
    }
  })

  it('hold two public keys for signatures and nothing private', async () => {
    const { keys }: { keys: Record<string, string>[] } = await (await get(`${fixture.pool.id}/.well-known/jwks.json`)).json()
    expect(keys).toHaveLength(2)
    for (const key of keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
      expect(key).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' })
    }
  })

  it('are readable from every origin and may be kept for a short while', async () => {
    const response = await get(`${fixture.pool.id}/.well-known/jwks.json`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    const again = await get(`${fixture.pool.id}/.well-known/jwks.json`, {
      headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const head = await get(`${fixture.pool.id}/.well-known/jwks.json`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String((await response.text()).length)])
  })

  it.each([
    ['us-east-1_Nobody000/.well-known/jwks.json', 'GET', 404],
    ['__proto__/.well-known/jwks.json', 'GET', 404],
    ['us-east-1_FernCust1/.well-known/JWKS.json', 'GET', 404],
    ['us-east-1_FernCust1/login', 'GET', 404],
    ['', 'GET', 404],
    ['us-east-1_FernCust1/.well-known/jwks.json', 'POST', 405],
    ['us-east-1_FernCust1/.well-known/jwks.json', 'OPTIONS', 204],
  ])('%s by %s is %d', async (path, method, status) => {
    const response = await get(path, { method })
    expect(response.status).toBe(status)
    if (status === 404) expect(await response.json()).toEqual({ message: 'Not Found' })
  })
})
