import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authCookies } from '@/app/_lib/auth-cookies'
import { setRuntime } from '@/lib/runtime/handle'
import { openTestRuntime, TEST_API_TOKEN, type TestRuntime } from '@/lib/runtime/testing/open-test-runtime'
import { endpoints } from './endpoints'

const ORIGIN = 'http://localhost:3000'
const BEARER = { authorization: `Bearer ${TEST_API_TOKEN}` }
const OWN_PAGE = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
const PASSWORD = 'correct horse battery'

let test: TestRuntime
/** The console's cookie of an editor who is signed in. */
let cookie: string
beforeAll(async () => {
  test = await openTestRuntime()
  setRuntime(test.runtime)
  const user = { email: 'editor@example.com', name: 'Editor', role: 'editor', password: PASSWORD }
  await test.services.createConsoleUser(test.as('admin'), user)
  const { sessionId } = await test.services.signInConsoleUser({ email: user.email, password: PASSWORD })
  const { settings } = test.runtime
  cookie = `${authCookies(settings).sessionToken.name}=${await encode({ token: { sid: sessionId }, secret: settings.sessionSecret })}`
})
afterAll(() => test.close())

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly params?: Record<string, string>
}

const apis = endpoints({ GET: 'listApis', POST: 'createApi' })
const oneApi = endpoints({ GET: 'getApi', PATCH: 'updateApi', DELETE: 'deleteApi' })
const workspace = endpoints({ GET: { verb: 'exportWorkspace', as: 'documentAnswer' }, PATCH: { verb: 'mergeWorkspace', as: 'document' } })

async function send(route: ReturnType<typeof endpoints>, path: string, { method = 'GET', headers = {}, body, params = {} }: Sent = {}) {
  const request = new NextRequest(`${ORIGIN}/api/v1${path}`, { method, headers: { host: 'localhost:3000', ...headers }, body })
  const response = await route[method](request, { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const newApi = (name: string) => JSON.stringify({ name, protocol: 'REST', account: '111122223333', region: 'us-east-1', stage: 'prod' })
const codeOf = (answer: { text: string }) => JSON.parse(answer.text).code as string

describe('who calls', () => {
  it('is refused without a credential, with a scheme that is none, and with a token that nobody has', async () => {
    for (const headers of [{}, { authorization: 'Basic YTpi' }, { authorization: 'Bearer nobody' }, { authorization: 'Bearer' }]) {
      const answer = await send(apis, '/apis', { headers: headers as Record<string, string> })
      expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthenticated'])
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  it('is told by the bearer token alone when there is one: a good cookie does not help a bad token', async () => {
    expect((await send(apis, '/apis', { headers: { cookie, authorization: 'Bearer nobody' } })).status).toBe(401)
    expect((await send(apis, '/apis', { headers: BEARER })).status).toBe(200)
    expect((await send(apis, '/apis', { headers: { cookie } })).status).toBe(200)
  })

  it('is nobody when the cookie was signed with another secret', async () => {
    const forged = await encode({ token: { sid: 'x' }, secret: 'another secret' })
    expect((await send(apis, '/apis', { headers: { cookie: `gatehouse_test.session=${forged}` } })).status).toBe(401)
  })
})

describe('a write with the session cookie', () => {
  it.each<[string, Record<string, string>, number]>([
    ['from our own page', OWN_PAGE, 200],
    ['from an old browser on our page', { origin: ORIGIN, 'content-type': 'application/json' }, 200],
    ['from another site', { ...OWN_PAGE, 'sec-fetch-site': 'cross-site' }, 403],
    ['from another port of this host', { ...OWN_PAGE, 'sec-fetch-site': 'same-site' }, 403],
    ['that does not say where from', { 'content-type': 'application/json' }, 403],
    ['as a form would send it', { ...OWN_PAGE, 'content-type': 'text/plain' }, 415],
  ])('%s answers %s', async (name, headers, status) => {
    expect((await send(apis, '/apis', { method: 'POST', headers: { cookie, ...headers }, body: newApi(name) })).status).toBe(status)
  })

  it('is bound to the role of now', async () => {
    const [user] = (await test.services.listConsoleUsers(test.as('admin'), {})).items
    await test.services.updateConsoleUser(test.as('admin'), { id: user!.id, role: 'viewer' })
    const answer = await send(apis, '/apis', { method: 'POST', headers: { cookie, ...OWN_PAGE }, body: newApi('viewer') })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden'])
    await test.services.updateConsoleUser(test.as('admin'), { id: user!.id, role: 'editor' })
  })
})

describe('an endpoint', () => {
  it('carries versions: ETag out, If-Match in, 412 with a diff for a stale one', async () => {
    const created = JSON.parse((await send(apis, '/apis', { method: 'POST', headers: BEARER, body: newApi('versions') })).text)
    const params = { api: created.id as string }
    const etag = (await send(oneApi, '/apis/x', { headers: BEARER, params })).headers.get('etag')
    const patch = (name: string, ifMatch: string) =>
      send(oneApi, '/apis/x', { method: 'PATCH', headers: { ...BEARER, 'if-match': ifMatch }, params, body: JSON.stringify({ name }) })
    const fresh = await patch('renamed', etag!)
    expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, `"${JSON.parse(fresh.text).revision}"`])
    const stale = await patch('renamed again', etag!)
    expect([stale.status, codeOf(stale)]).toEqual([412, 'stale_revision'])
    expect(JSON.parse(stale.text).diff).toContain('renamed')
    expect((await patch('x', 'W/"1"')).status).toBe(400)
  })

  it('writes the request parameters of a route as an object, as they came in', async () => {
    const api = JSON.parse((await send(apis, '/apis', { method: 'POST', headers: BEARER, body: newApi('parameters') })).text).id as string
    const requestParameters = { 'integration.request.path.id': 'method.request.path.id' }
    const integration = {
      type: 'HTTP_PROXY',
      uri: 'http://echo.gatehouse.internal/{id}',
      httpMethod: 'GET',
      timeoutMs: 29_000,
      requestParameters,
    }
    const body = JSON.stringify({ method: 'GET', path: '/orders/{id}', auth: { type: 'NONE' }, integration })
    expect((await send(endpoints({ POST: 'createRoute' }), '/r', { method: 'POST', headers: BEARER, params: { api }, body })).status).toBe(
      200,
    )
    const detail = JSON.parse((await send(oneApi, '/apis/x', { headers: BEARER, params: { api } })).text)
    expect(detail.routes[0].integration).toMatchObject({ uri: 'http://echo.gatehouse.internal/{id}', requestParameters })
  })

  it('takes the path over the body', async () => {
    const body = JSON.stringify({ api: 'other', name: 'x' })
    const answer = await send(oneApi, '/apis/missing', { method: 'PATCH', headers: BEARER, params: { api: 'missing' }, body })
    expect(JSON.parse(answer.text).detail).toContain('missing')
  })

  it('answers methods it has not with 405 and Allow', async () => {
    const answer = await send(oneApi, '/apis/x', { method: 'PUT', headers: BEARER })
    expect([answer.status, answer.headers.get('allow'), codeOf(answer)]).toEqual([405, 'GET, PATCH, DELETE', 'method_not_allowed'])
  })

  it.each(['{', '[1]', 'null'])('answers the body %s with 400', async (body) => {
    expect((await send(apis, '/apis', { method: 'POST', headers: BEARER, body })).status).toBe(400)
  })

  it('names every wrong field with its pointer', async () => {
    const answer = await send(apis, '/apis', { method: 'POST', headers: BEARER, body: '{"name":"","protocol":"FTP"}' })
    expect(answer.status).toBe(400)
    const pointers = JSON.parse(answer.text).errors.map((issue: { pointer: string }) => issue.pointer)
    expect(pointers.sort()).toEqual(['/account', '/name', '/protocol', '/region', '/stage'])
  })

  it('refuses a body over its limit', async () => {
    const answer = await send(apis, '/apis', { method: 'POST', headers: BEARER, body: 'x'.repeat(10 * 1024 * 1024 + 1) })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too_large'])
  })

  it('may be kept by no cache', async () => {
    for (const answer of [await send(apis, '/apis', { headers: BEARER }), await send(apis, '/apis')]) {
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('the workspace', () => {
  it('comes as JSON, and as YAML to whom accepts that, and goes back in as either', async () => {
    const json = await send(workspace, '/workspace', { headers: BEARER })
    const yaml = await send(workspace, '/workspace', { headers: { ...BEARER, accept: 'application/yaml' } })
    expect(JSON.parse(json.text).gatehouse).toBe(1)
    expect(yaml.headers.get('content-type')).toBe('application/yaml')
    expect(yaml.text.startsWith('gatehouse: 1')).toBe(true)
    for (const [type, body] of [
      ['application/json', json.text],
      ['application/yaml', yaml.text],
    ] as const) {
      const answer = await send(workspace, '/workspace?dryRun=true', {
        method: 'PATCH',
        headers: { ...BEARER, 'content-type': type },
        body,
      })
      expect([answer.status, JSON.parse(answer.text).plan]).toEqual([200, { create: [], update: [], delete: [] }])
    }
  })

  it('of another media type is refused', async () => {
    const answer = await send(workspace, '/workspace', {
      method: 'PATCH',
      headers: { ...BEARER, 'content-type': 'text/xml' },
      body: '<x/>',
    })
    expect(answer.status).toBe(415)
  })
})
