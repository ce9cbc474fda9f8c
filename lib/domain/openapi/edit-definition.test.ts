import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthorizerInput, RouteInput } from '../console-api'
import { deriveApi } from './derive-api'
import { deleteAuthorizer, putAuthorizer } from './edit-authorizers'
import type { EditResult } from './edit-definition'
import { deleteRoute, putRoute, routeKey } from './edit-routes'
import { emptyDefinition, renameDefinition } from './new-definition'

const CONTEXT = { protocol: 'REST', region: 'us-east-1', account: '111122223333' } as const
const FUNCTION = { account: '111122223333', region: 'eu-west-1', name: 'check' }

function textOf(result: EditResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.definition
}

function derivedOf(definition: string) {
  const result = deriveApi(definition, CONTEXT)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.derived
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,8}$/)
const header = fc.constantFrom('Authorization', 'X-Token')
const pattern = fc.constantFrom(null, 'Bearer .+', '^[a-z]+$')
const ttlSec = fc.integer({ min: 0, max: 3600 })
const source = fc.record({
  from: fc.constantFrom('header', 'querystring', 'stageVariables', 'context'),
  name: fc.constantFrom('A', 'b-c', 'd_e'),
} as const)
const authorizer: fc.Arbitrary<AuthorizerInput> = fc.oneof(
  fc.record({
    type: fc.constant('TOKEN' as const),
    name,
    header,
    identityValidationExpression: pattern,
    ttlSec,
    function: fc.constant(FUNCTION),
  }),
  fc.record({
    type: fc.constant('REQUEST' as const),
    name,
    identitySources: fc.array(source, { minLength: 1, maxLength: 3 }),
    ttlSec,
    function: fc.constant(FUNCTION),
  }),
  fc.record({
    type: fc.constant('COGNITO_USER_POOLS' as const),
    name,
    header,
    identityValidationExpression: pattern,
    poolIds: fc.uniqueArray(fc.constantFrom('us-east-1_A1', 'eu-west-1_B2'), { minLength: 1 }),
  }),
)
const path = fc.constantFrom('/', '/a', '/a/{id}', '/a/{id}/b', '/files/{proxy+}')
const integration: fc.Arbitrary<RouteInput['integration']> = fc.oneof(
  fc.record({
    type: fc.constant('MOCK' as const),
    responses: fc
      .array(
        fc.record({
          status: fc.integer({ min: 200, max: 599 }),
          headers: fc.uniqueArray(fc.tuple(fc.constantFrom('X-A', 'X-B'), fc.constantFrom('*', 'a b', '')), { selector: ([key]) => key }),
          contentType: fc.constantFrom('application/json', 'text/plain'),
          body: fc.constantFrom('', '{"a": "$5 #1"}', 'é'),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((responses) => responses.map((response, index) => ({ ...response, selectionPattern: index === 0 ? null : `${index}\\d+` }))),
  }),
  fc.record({
    type: fc.constant('HTTP_PROXY' as const),
    uri: fc.constantFrom('https://example.com/x', ['http://echo.gatehouse.internal/$', '{stageVariables.a}?b=c'].join('')),
    httpMethod: fc.constantFrom('GET', 'ANY', 'POST'),
    timeoutMs: fc.integer({ min: 50, max: 29_000 }),
    requestParameters: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { 'integration.request.header.X': "'1'" },
      { 'integration.request.querystring.q': 'method.request.header.H', 'integration.request.header.u': 'context.authorizer.principalId' },
    ),
  }),
)
const method = fc.constantFrom('GET', 'POST', 'DELETE', 'ANY', 'OPTIONS')

function withPatternsLast(responses: readonly unknown[]) {
  return [...responses].map((item) => JSON.stringify(item)).sort()
}

describe('a structured edit', () => {
  it('puts exactly the route that was asked for, and taking it away leaves what was there', () => {
    fc.assert(
      fc.property(
        authorizer,
        path,
        method,
        integration,
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (spec, at, verb, target, auth, swagger) => {
          const start = swagger
            ? JSON.stringify({ swagger: '2.0', info: { title: 'x' }, paths: {}, 'x-kept': { deep: [1] } }, null, 2)
            : emptyDefinition({ name: 'x', protocol: 'REST' })
          const base = textOf(putAuthorizer(start, CONTEXT, spec))
          expect(derivedOf(base).authorizers).toEqual([spec])
          const byAuthorizer: RouteInput['auth'] =
            spec.type === 'COGNITO_USER_POOLS'
              ? { type: spec.type, authorizer: spec.name, scopes: ['a/b'] }
              : { type: 'CUSTOM', authorizer: spec.name }
          const route: RouteInput = {
            method: verb,
            path: at,
            auth: ([{ type: 'NONE' }, { type: 'AWS_IAM' }, byAuthorizer] as const)[auth] ?? byAuthorizer,
            integration: target,
          }
          const text = textOf(putRoute(base, CONTEXT, route))
          const found = derivedOf(text).routes[0]
          expect(found).toMatchObject({ key: routeKey(verb, at), method: verb, path: at, auth: route.auth })
          if (target.type === 'HTTP_PROXY')
            expect(found?.integration).toEqual({ ...target, requestParameters: new Map(Object.entries(target.requestParameters)) })
          else
            expect(found?.integration.type === 'MOCK' && withPatternsLast(found.integration.responses)).toEqual(
              withPatternsLast(
                target.responses.map(({ selectionPattern, status, headers, contentType, body }) => ({
                  selectionPattern,
                  status,
                  headers,
                  contentType,
                  body,
                })),
              ),
            )
          expect(textOf(putRoute(text, CONTEXT, route, route && routeKey(verb, at)))).toBe(text)
          expect(textOf(deleteRoute(text, CONTEXT, routeKey(verb, at)))).toBe(base)
          expect(deleteAuthorizer(text, CONTEXT, spec.name).ok).toBe(auth !== 2)
        },
      ),
      { numRuns: 300 },
    )
  })

  const MOCK: RouteInput['integration'] = {
    type: 'MOCK',
    responses: [{ selectionPattern: null, status: 200, headers: [], contentType: 'application/json', body: '{}' }],
  }
  const ROUTE: RouteInput = { method: 'GET', path: '/a/{id}', auth: { type: 'NONE' }, integration: MOCK }
  const START = JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'x' },
    paths: {
      '/a/{id}': {
        get: {
          summary: 'kept',
          tags: ['t'],
          'x-amazon-apigateway-integration': {
            type: 'mock',
            requestTemplates: { 'application/json': '{"statusCode": 200}' },
            responses: { default: { statusCode: '200' } },
          },
        },
      },
    },
  })

  it('keeps what it does not know when a route changes or moves', () => {
    const moved = textOf(putRoute(START, CONTEXT, { ...ROUTE, method: 'POST', path: '/b' }, 'GET /a/{id}'))
    expect(JSON.parse(moved).paths).toMatchObject({ '/b': { post: { summary: 'kept', tags: ['t'] } } })
    expect(Object.keys(JSON.parse(moved).paths)).toEqual(['/b'])
  })

  it('refuses a key that is taken, a route that is not there, and what would break', () => {
    expect(putRoute(START, CONTEXT, ROUTE)).toMatchObject({ ok: false, issues: [{ code: 'route_conflict' }] })
    expect(putRoute(START, CONTEXT, ROUTE, 'GET /nope')).toMatchObject({ ok: false, issues: [{ code: 'unknown_route' }] })
    expect(putRoute(START, CONTEXT, { ...ROUTE, path: '/a/{name}/x' })).toMatchObject({ ok: false, issues: [{ code: 'route_conflict' }] })
    expect(putRoute(START, CONTEXT, { ...ROUTE, path: '/b', auth: { type: 'CUSTOM', authorizer: '__proto__' } })).toMatchObject({
      ok: false,
      issues: [{ code: 'unknown_scheme' }],
    })
    expect(deleteRoute(START, CONTEXT, 'GET /nope')).toMatchObject({ ok: false })
  })

  it('opens a route of a document whose root asks for authorization', () => {
    const scheme = { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' }
    const rooted = JSON.stringify({ ...JSON.parse(START), security: [{ iam: [] }], components: { securitySchemes: { iam: scheme } } })
    expect(derivedOf(rooted).routes[0]?.auth).toEqual({ type: 'AWS_IAM' })
    expect(derivedOf(textOf(putRoute(rooted, CONTEXT, ROUTE, 'GET /a/{id}'))).routes[0]?.auth).toEqual({ type: 'NONE' })
  })

  it('carries a new name of an authorizer into the routes', () => {
    const spec: AuthorizerInput = {
      type: 'TOKEN',
      name: 'old',
      header: 'Authorization',
      identityValidationExpression: null,
      ttlSec: 0,
      function: FUNCTION,
    }
    const base = textOf(
      putRoute(
        textOf(putAuthorizer(START, CONTEXT, spec)),
        CONTEXT,
        { ...ROUTE, auth: { type: 'CUSTOM', authorizer: 'old' } },
        'GET /a/{id}',
      ),
    )
    const renamed = derivedOf(textOf(putAuthorizer(base, CONTEXT, { ...spec, name: 'new' }, 'old')))
    expect(renamed.routes[0]?.auth).toEqual({ type: 'CUSTOM', authorizer: 'new' })
    expect(putAuthorizer(base, CONTEXT, spec)).toMatchObject({ ok: false, issues: [{ code: 'duplicate_key' }] })
  })

  it('renames the API', () => {
    expect(deriveApi(textOf(renameDefinition(START, CONTEXT, 'shop')), CONTEXT)).toMatchObject({ ok: true, name: 'shop' })
  })
})
