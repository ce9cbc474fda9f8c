import { describe, expect, it } from 'vitest'
import type { IntegrationSpec } from '../../domain/derived-api'
import type { UpstreamResult } from '../ports'
import { type Call, createTestGateway, headerOf, send, textOfBody } from '../testing/harness'
import { API, HTTP_API, makeApi, makeWorld, PLATFORM, proxy, route } from '../testing/world'

function createProxy(integration: IntegrationSpec, path = '/x/{id}', result?: UpstreamResult) {
  const derived = { routes: [route('ANY', path, { type: 'NONE' }, integration)], authorizers: [] }
  return createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: null, derived })] }), upstream: result && (() => result) })
}

const namesOf = (headers: readonly (readonly [string, string])[]) => headers.map(([name]) => name)

describe('the request to the upstream', () => {
  it('drops hop-by-hop and reserved headers and adds those of the gateway (apigateway 11.2)', async () => {
    const test = createProxy(proxy('http://echo.test/{id}'))
    const dropped = [
      'Connection',
      'Content-MD5',
      'Expect',
      'Max-Forwards',
      'Proxy-Authenticate',
      'Server',
      'TE',
      'Trailer',
      'Upgrade',
      'WWW-Authenticate',
    ]
    const headers = [
      ...dropped.map((name) => [name, name === 'Connection' ? 'close, X-Hop' : 'x'] as const),
      ['X-Hop', '1'],
      ['tEsT-HEADeR', 'v'],
      ['X-Forwarded-For', '1.2.3.4'],
      ['x-amzn-apigateway-api-id', 'forged'],
      ['X-Gatehouse-Explain', '1'],
    ] as const
    await send(test, { path: '/x/1', headers })
    const sent = test.sent[0]!.headers
    expect(namesOf(sent)).toEqual([
      'tEsT-HEADeR',
      'X-Forwarded-For',
      'X-Forwarded-Port',
      'X-Forwarded-Proto',
      'X-Amzn-Trace-Id',
      'x-amzn-apigateway-api-id',
    ])
    expect(new Map(sent).get('X-Forwarded-For')).toBe('1.2.3.4, 192.0.2.7')
    expect(new Map(sent).get('x-amzn-apigateway-api-id')).toBe(API)
    expect(new Map(sent).get('X-Amzn-Trace-Id')).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
  })

  it('a signature never reaches the upstream, another Authorization does', async () => {
    const test = createTestGateway()
    await send(test, { path: '/orders/1', caller: { type: 'iam', arn: `arn:aws:iam::${PLATFORM}:user/bob` } })
    expect(namesOf(test.sent[0]!.headers)).not.toContain('Authorization')
    await send(test, { path: '/catalog/1', headers: [['Authorization', 'Basic x']] })
    expect(namesOf(test.sent[1]!.headers)).toContain('Authorization')
  })

  it('an HTTP API lower-cases names and writes Forwarded', async () => {
    const test = createTestGateway()
    await send(test, {
      api: HTTP_API,
      stage: '$default',
      path: '/mirror',
      headers: [
        ['X-Thing', '1'],
        ['X-Forwarded-For', '1.2.3.4'],
      ],
    })
    expect(test.sent[0]!.headers.slice(0, 2)).toEqual([
      ['x-thing', '1'],
      ['forwarded', 'for=192.0.2.7;host="localhost:3000";proto=http'],
    ])
  })

  interface UrlCase {
    readonly name: string
    readonly uri: string
    readonly parameters?: Record<string, string>
    readonly template?: string
    readonly path: string
    readonly url: string | null
  }
  const URLS: readonly UrlCase[] = [
    { name: 'a path parameter of the same name', uri: 'http://h.test/a/{id}', path: '/x/1', url: 'http://h.test/a/1' },
    {
      name: 'a mapped path parameter',
      uri: 'http://h.test/a/{key}',
      parameters: { 'integration.request.path.key': 'method.request.path.id' },
      path: '/x/1',
      url: 'http://h.test/a/1',
    },
    {
      name: 'a constant path parameter is encoded',
      uri: 'http://h.test/a/{key}',
      parameters: { 'integration.request.path.key': "'a/b'" },
      path: '/x/1',
      url: 'http://h.test/a/a%2Fb',
    },
    { name: 'the query as sent', uri: 'http://h.test/{id}', path: '/x/1?b=2&a=%20', url: 'http://h.test/1?b=2&a=%20' },
    { name: 'beside a query of the integration', uri: 'http://h.test/{id}?k=v', path: '/x/1?b=2', url: 'http://h.test/1?k=v&b=2' },
    {
      name: 'a mapped query parameter replaces one that was sent',
      uri: 'http://h.test/{id}',
      parameters: { 'integration.request.querystring.b': "'c d'" },
      path: '/x/1?b=2&%62=3&a=1',
      url: 'http://h.test/1?a=1&b=c%20d',
    },
    { name: 'an escape stays as it is', uri: 'http://h.test/{id}', path: '/x/a%2Fb', url: 'http://h.test/a%2Fb' },
    { name: 'a greedy parameter', uri: 'http://h.test/{proxy}', template: '/x/{proxy+}', path: '/x/a/b/', url: 'http://h.test/a/b' },
    { name: 'a stage variable', uri: `http://$\{stageVariables.upstream}/{id}`, path: '/x/1', url: 'http://echo.test/1' },
    { name: 'a parameter in the host', uri: 'http://{id}.h.test/', path: '/x/a-1', url: 'http://a-1.h.test/' },
    { name: 'no other host by a parameter', uri: 'http://{id}.h.test/', path: '/x/evil.test:80', url: null },
    { name: 'no user info by a parameter', uri: 'http://{id}.h.test/', path: '/x/a@evil', url: null },
    {
      name: 'no dot segment by a header',
      uri: 'http://h.test/a/{key}',
      parameters: { 'integration.request.path.key': 'method.request.header.X-Key' },
      path: '/x/1',
      url: null,
    },
  ]
  it.each(URLS)('$name', async ({ uri, parameters, template, path, url }) => {
    const test = createProxy(proxy(uri, parameters), template)
    const response = await send(test, { path, headers: [['X-Key', '..']] })
    expect(test.sent.map((request) => request.url)).toEqual(url === null ? [] : [url])
    expect(response.status).toBe(url === null ? 500 : 200)
  })
})

describe('the answer of the upstream', () => {
  const answer = (headers: readonly (readonly [string, string])[], status = 200): UpstreamResult => ({
    ok: true,
    status,
    headers,
    body: Buffer.from('hi'),
  })

  it('remaps the headers that are the gateway’s own', async () => {
    const test = createProxy(
      proxy('http://h.test/'),
      '/x/{id}',
      answer([
        ['Server', 'nginx'],
        ['Date', 'now'],
        ['WWW-Authenticate', 'Basic'],
        ['Content-Length', '2'],
        ['Transfer-Encoding', 'chunked'],
        ['Connection', 'X-Hop'],
        ['X-Hop', '1'],
        ['x-amzn-RequestId', 'forged'],
        ['X-Own', '1'],
      ]),
    )
    const response = await send(test, { path: '/x/1' })
    expect(headerOf(response, 'x-amzn-Remapped-Server')).toBe('nginx')
    expect(headerOf(response, 'x-amzn-Remapped-Date')).toBe('now')
    expect(headerOf(response, 'x-amzn-Remapped-WWW-Authenticate')).toBe('Basic')
    expect(headerOf(response, 'x-amzn-Remapped-Content-Length')).toBe('2')
    expect(headerOf(response, 'x-amzn-RequestId')).toBe(test.records[0]?.requestId)
    expect(headerOf(response, 'X-Own')).toBe('1')
    for (const name of ['Server', 'Transfer-Encoding', 'Connection', 'X-Hop', 'WWW-Authenticate'])
      expect(headerOf(response, name)).toBeUndefined()
    expect(headerOf(response, 'x-amzn-ErrorType')).toBeUndefined()
  })

  interface FailureCase {
    readonly result: UpstreamResult
    readonly status: number
    readonly code: string
    readonly body: string
  }
  const failure = (kind: Extract<UpstreamResult, { ok: false }>['kind']): UpstreamResult => ({ ok: false, kind, detail: 'why' })
  const FAILURES: readonly FailureCase[] = [
    {
      result: failure('connect'),
      status: 504,
      code: 'UPSTREAM_UNREACHABLE',
      body: '{"message": "Network error communicating with endpoint"}',
    },
    { result: failure('timeout'), status: 504, code: 'UPSTREAM_TIMEOUT', body: '{"message": "Endpoint request timed out"}' },
    { result: failure('tooLarge'), status: 500, code: 'UPSTREAM_TOO_LARGE', body: '{"message": "Internal server error"}' },
    { result: failure('refusedByPolicy'), status: 500, code: 'UPSTREAM_REFUSED', body: '{"message": "Internal server error"}' },
    { result: failure('badUrl'), status: 500, code: 'INTEGRATION_BROKEN', body: '{"message": "Internal server error"}' },
    { result: answer([], 101), status: 500, code: 'INTEGRATION_BROKEN', body: '{"message": "Internal server error"}' },
  ]
  it.each(FAILURES)('$code is $status', async ({ result, status, code, body }) => {
    const test = createProxy(proxy('http://h.test/'), '/x/{id}', result)
    const response = await send(test, { path: '/x/1' })
    expect({ status: response.status, body: textOfBody(response), code: test.records[0]?.reasonCode }).toEqual({ status, body, code })
    expect(headerOf(response, 'x-amzn-ErrorType')).toBe('InternalServerErrorException')
  })

  it.each([
    { method: 'HEAD', status: 200 },
    { method: 'GET', status: 204 },
    { method: 'GET', status: 304 },
  ])('$method with $status has no body', async ({ method, status }) => {
    const test = createProxy(proxy('http://h.test/'), '/x/{id}', answer([], status))
    expect(textOfBody(await send(test, { method, path: '/x/1' } satisfies Call))).toBe('')
  })
})
