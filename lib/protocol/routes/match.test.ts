import { describe, expect, it } from 'vitest'
import { canonicalPath, compileRoutes, matchHttp, matchRest, nearestRoute, parsePath } from '.'

const table = (...keys: string[]) =>
  compileRoutes(
    keys.map((key) => {
      const [method = '', path = '$default'] = key.split(' ')
      return method === '$default' ? { method: 'ANY', path: '$default' } : { method, path }
    }),
  )

function segmentsOf(path: string): readonly string[] {
  const parsed = parsePath(path)
  if (!parsed.ok) throw new Error(parsed.failure)
  return parsed.segments
}

function restKey(keys: string[], request: string): string | null {
  const [method = '', path = ''] = request.split(' ')
  const match = matchRest(table(...keys), method, segmentsOf(path))
  return match && `${match.route.method} ${match.route.path}`
}

const SIBLINGS = ['POST /test', 'ANY /test/any', 'OPTIONS /{proxy+}']
const PARTS = ['GET /part1', 'GET /part1/hardcoded-value', 'GET /{param+}']
const SIBLING_TEST = 'localstack, TestApigatewayRouting, test_proxy_routing_with_hardcoded_resource_sibling'

const REST_CASES: readonly { routes: string[]; request: string; matches: string | null; source: string }[] = [
  { routes: SIBLINGS, request: 'OPTIONS /test', matches: 'OPTIONS /{proxy+}', source: SIBLING_TEST },
  { routes: SIBLINGS, request: 'POST /test', matches: 'POST /test', source: SIBLING_TEST },
  { routes: SIBLINGS, request: 'OPTIONS /test/any', matches: 'ANY /test/any', source: SIBLING_TEST },
  { routes: SIBLINGS, request: 'GET /test', matches: null, source: SIBLING_TEST },
  { routes: PARTS, request: 'GET /part1/random-value', matches: 'GET /{param+}', source: `${SIBLING_TEST}_order` },
  { routes: PARTS, request: 'GET /part1/hardcoded-value', matches: 'GET /part1/hardcoded-value', source: `${SIBLING_TEST}_order` },
  { routes: ['GET /a/{id}', 'GET /a/me'], request: 'GET /a/me', matches: 'GET /a/me', source: 'literal before parameter' },
  { routes: ['GET /a/{id}', 'GET /a/{rest+}'], request: 'GET /a/b', matches: 'GET /a/{id}', source: 'parameter before greedy' },
  { routes: ['GET /a/{id}', 'GET /a/{rest+}'], request: 'GET /a/b/c', matches: 'GET /a/{rest+}', source: 'greedy takes the rest' },
  { routes: ['ANY /a', 'GET /a'], request: 'GET /a', matches: 'GET /a', source: 'exact method before ANY' },
  { routes: ['ANY /a'], request: 'TRACE /a', matches: null, source: 'ANY is seven methods' },
  { routes: ['ANY /a'], request: 'get /a', matches: null, source: 'RFC 9110, section 9.1: methods are case-sensitive' },
  { routes: ['GET /a'], request: 'HEAD /a', matches: null, source: 'HEAD is not implied by GET' },
  { routes: ['GET /{proxy+}'], request: 'GET /', matches: null, source: 'greedy wants a segment' },
  { routes: ['GET /'], request: 'GET /', matches: 'GET /', source: 'root' },
  { routes: ['GET /a/b'], request: 'GET /a//b', matches: null, source: 'an empty segment is no other path' },
  { routes: ['GET /a/{id}/b'], request: 'GET /a//b', matches: null, source: 'an empty segment is no parameter' },
  { routes: ['GET /a/{id}'], request: 'GET /a//', matches: null, source: 'a trailing slash is no parameter' },
  { routes: ['GET /a/b'], request: 'GET /a%2Fb', matches: null, source: 'an escaped slash is no separator' },
  { routes: ['GET /Orders'], request: 'GET /orders', matches: null, source: 'paths are case-sensitive' },
  { routes: ['GET /constructor'], request: 'GET /__proto__', matches: null, source: 'names of JavaScript are plain names' },
  { routes: ['GET /__proto__'], request: 'GET /__proto__', matches: 'GET /__proto__', source: 'names of JavaScript are plain names' },
]

describe('a REST API', () => {
  it.each(REST_CASES)('$request of $routes is $matches ($source)', ({ routes, request, matches }) => {
    expect(restKey(routes, request)).toBe(matches)
  })

  it('binds parameters in canonical encoding, greedy ones with their inner slashes and without a trailing one', () => {
    const routes = table('GET /{a}/x/{rest+}')
    const match = matchRest(routes, 'GET', segmentsOf('/test%2balias@gmail.com/x/proxy-value//double-slash/%7Ejoe/'))
    expect([...(match?.pathParameters ?? [])]).toEqual([
      ['a', 'test%2Balias@gmail.com'],
      ['rest', 'proxy-value//double-slash/~joe'],
    ])
  })

  it('refuses to compile a template that cannot be matched', () => {
    for (const path of ['orders', '/a//b', '/{proxy+}/x', '/{id}/{id}', '/a{id}', '/..', '/%zz']) {
      expect(() => compileRoutes([{ method: 'GET', path }])).toThrow(path)
    }
  })
})

const HTTP_ROUTES = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default']
const HTTP_CASES = [
  { request: 'GET /pets/dog/1', matches: 'GET /pets/dog/1' },
  { request: 'GET /pets/dog/2', matches: 'GET /pets/dog/{id}' },
  { request: 'GET /pets/cat/1', matches: 'GET /pets/{proxy+}' },
  { request: 'POST /test/5', matches: 'ANY /{proxy+}' },
  { request: 'GET /', matches: 'ANY $default' },
]

describe('an HTTP API', () => {
  it.each(HTTP_CASES)('$request is $matches (http-api-develop-routes)', ({ request, matches }) => {
    const [method = '', path = ''] = request.split(' ')
    const match = matchHttp(table(...HTTP_ROUTES), method, segmentsOf(path))
    expect(match && `${match.route.method} ${match.route.path}`).toBe(matches)
  })

  it('a full match comes before a greedy one that is more literal', () => {
    expect(matchHttp(table('GET /a/{rest+}', 'GET /{x}/b'), 'GET', ['a', 'b'])?.route.path).toBe('/{x}/b')
    expect(matchRest(table('GET /a/{rest+}', 'GET /{x}/b'), 'GET', ['a', 'b'])?.route.path).toBe('/a/{rest+}')
  })

  it('has no route without $default', () => {
    expect(matchHttp(table('GET /a'), 'GET', ['b'])).toBeNull()
  })
})

describe('a guess at the route that was meant', () => {
  const routes = table('GET /orders', 'POST /orders', 'GET /orders/{id}', 'GET /catalog/beans')
  const guess = (method: string, path: string) => {
    const near = nearestRoute(routes, method, segmentsOf(path))
    return near && `${near.differs}: ${near.route.method} ${near.route.path}`
  }

  it('names the same path with another method, the path without the stage, or a similar one', () => {
    expect(guess('DELETE', '/orders/7')).toBe('method: GET /orders/{id}')
    expect(guess('GET', '/prod/orders')).toBe('stagePrefix: GET /orders')
    expect(guess('GET', '/ordres')).toBe('path: GET /orders')
    expect(guess('GET', '/catalog/bean')).toBe('path: GET /catalog/beans')
    expect(guess('GET', '/zzzzzzzzzzzz/q/w/e/r')).toBeNull()
  })
})

describe('the canonical path', () => {
  it('begins with a slash and is that of the segments', () => {
    expect(canonicalPath(segmentsOf('//orders/%78%2f/'))).toBe('/orders/x%2F')
    expect(canonicalPath(segmentsOf('/'))).toBe('/')
    expect(canonicalPath(segmentsOf(''))).toBe('/')
  })
})
