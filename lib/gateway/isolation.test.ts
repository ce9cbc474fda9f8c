import { describe, expect, it } from 'vitest'
import { isolateHeaders } from './isolation'
import { createTestGateway, headerOf, send } from './testing/harness'
import { API } from './testing/world'

const PATH = '/gateway/fhorders01/prod'

interface Case {
  readonly name: string
  readonly cookie: string
  /** Null: the cookie is not set at all. */
  readonly becomes: string | null
}

const COOKIES: readonly Case[] = [
  { name: 'a plain cookie is confined', cookie: 'cart=1', becomes: `cart=1; Path=${PATH}` },
  { name: 'a path of its own is replaced', cookie: 'cart=1; Path=/', becomes: `cart=1; Path=${PATH}` },
  { name: 'case and space do not hide a path', cookie: 'cart=1;  pAtH = /api ; HttpOnly', becomes: `cart=1; HttpOnly; Path=${PATH}` },
  { name: 'several paths all go', cookie: 'cart=1; Path=/a; path=/', becomes: `cart=1; Path=${PATH}` },
  { name: 'a domain goes', cookie: 'cart=1; Domain=localhost; Secure', becomes: `cart=1; Secure; Path=${PATH}` },
  { name: 'a domain in another case goes', cookie: 'cart=1;DOMAIN=.localhost', becomes: `cart=1; Path=${PATH}` },
  { name: 'our session cookie is not set', cookie: 'gatehouse.session=x; Path=/', becomes: null },
  { name: 'nor in another case', cookie: 'GateHouse-ab12.session-token=x', becomes: null },
  { name: 'nor with a prefix', cookie: '__Host-gatehouse.csrf=x; Secure; Path=/', becomes: null },
  { name: 'nor with the other prefix', cookie: '__secure-gatehouse.session=x', becomes: null },
  { name: 'nor with white space before it', cookie: ' \tgatehouse=x', becomes: null },
  { name: 'nor as the value of a cookie without name', cookie: '=gatehouse.session=x', becomes: null },
  { name: 'nor without an equals sign', cookie: 'gatehouse', becomes: null },
  { name: 'a cookie without name is not set', cookie: 'value', becomes: null },
  { name: 'an empty cookie is not set', cookie: '', becomes: null },
  { name: 'a name that only contains ours is confined', cookie: 'not-gatehouse=1', becomes: `not-gatehouse=1; Path=${PATH}` },
  { name: 'a Path in the value stays a value', cookie: 'a=Path=/; Max-Age=1', becomes: `a=Path=/; Max-Age=1; Path=${PATH}` },
]

describe('isolation of the path form', () => {
  it.each(COOKIES)('$name', ({ cookie, becomes }) => {
    const headers = isolateHeaders([['sEt-CoOkIe', cookie]], PATH)
    expect(headers.filter(([name]) => /set-cookie/i.test(name)).map(([, value]) => value)).toEqual(becomes === null ? [] : [becomes])
  })

  it('judges each of several cookies', () => {
    const headers = isolateHeaders(
      [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'gatehouse=1'],
        ['set-cookie', 'b=2; Path=/'],
      ],
      PATH,
    )
    expect(headers.filter(([name]) => /set-cookie/i.test(name))).toEqual([
      ['Set-Cookie', `a=1; Path=${PATH}`],
      ['set-cookie', `b=2; Path=${PATH}`],
    ])
  })

  it.each(['Service-Worker-Allowed', 'CLEAR-SITE-DATA', 'Set-Cookie2', 'Strict-Transport-Security', 'nel'])('%s does not leave', (name) => {
    expect(isolateHeaders([[name, '/']], PATH).map(([header]) => header)).toEqual(['Content-Security-Policy', 'X-Content-Type-Options'])
  })

  it("keeps the upstream's own policy and adds the sandbox to it", () => {
    const headers = isolateHeaders([['content-security-policy', "default-src 'self'; sandbox allow-scripts allow-same-origin"]], PATH)
    expect(headers.filter(([name]) => name.toLowerCase() === 'content-security-policy').map(([, value]) => value)).toEqual([
      "default-src 'self'; sandbox allow-scripts allow-same-origin",
      'sandbox',
    ])
  })
})

describe('the forms of the gateway', () => {
  const hostile = () =>
    createTestGateway({
      upstream: () => ({
        ok: true,
        status: 200,
        headers: [
          ['Content-Type', 'text/html'],
          ['Service-Worker-Allowed', '/'],
          ['Set-Cookie', 'cart=1; Path=/; Domain=localhost'],
        ],
        body: Buffer.from('<script>steal()</script>'),
      }),
    })

  it('the path form is isolated on answers and on errors', async () => {
    for (const path of ['/catalog/1', '/nothing']) {
      const response = await send(hostile(), { path })
      expect(headerOf(response, 'content-security-policy')).toBe('sandbox')
      expect(headerOf(response, 'x-content-type-options')).toBe('nosniff')
      expect(headerOf(response, 'service-worker-allowed')).toBeUndefined()
    }
    expect(headerOf(await send(hostile(), { path: '/catalog/1' }), 'set-cookie')).toBe(`cart=1; Path=${PATH}`)
  })

  it('the host form has an origin of its own and is left as it is', async () => {
    const response = await send(hostile(), { target: '/prod/catalog/1', headers: [['Host', `${API}.execute-api.localhost:3000`]] })
    expect(response.status).toBe(200)
    expect(headerOf(response, 'content-security-policy')).toBeUndefined()
    expect(headerOf(response, 'set-cookie')).toBe('cart=1; Path=/; Domain=localhost')
  })

  it("a service worker's script is refused on the path form only", async () => {
    const test = hostile()
    expect((await send(test, { path: '/catalog/1', headers: [['service-WORKER', 'Script']] })).status).toBe(403)
    expect(test.sent).toHaveLength(0)
    expect(test.records[0]?.reasonCode).toBe('SERVICE_WORKER_REFUSED')
    const host = {
      target: '/prod/catalog/1',
      headers: [
        ['Host', `${API}.execute-api.localhost`],
        ['Service-Worker', 'script'],
      ] as const,
    }
    expect((await send(test, host)).status).toBe(200)
  })
})
