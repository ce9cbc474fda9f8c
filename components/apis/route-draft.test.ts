import { describe, expect, it } from 'vitest'
import type { RouteSpec } from '@/lib/domain/derived-api'
import { draftOf, routeInputFrom, unusedParameters } from './route-draft'

const proxied: RouteSpec = {
  key: 'GET /orders/{id}',
  method: 'GET',
  path: '/orders/{id}',
  operationId: null,
  auth: { type: 'COGNITO_USER_POOLS', authorizer: 'customers', scopes: ['shop/read'] },
  integration: {
    type: 'HTTP_PROXY',
    uri: 'https://echo.gatehouse.internal/orders/{id}',
    httpMethod: 'GET',
    timeoutMs: 5000,
    requestParameters: new Map([['integration.request.path.id', 'method.request.path.id']]),
  },
}

describe('a route in its form', () => {
  it('comes out as it went in', () => {
    expect(routeInputFrom(draftOf(proxied), new Set(['customers']))).toEqual({
      method: 'GET',
      path: '/orders/{id}',
      auth: proxied.auth,
      integration: { ...proxied.integration, requestParameters: { 'integration.request.path.id': 'method.request.path.id' } },
    })
  })

  it('drops scopes for authorizers that take none', () => {
    expect(routeInputFrom({ ...draftOf(proxied), auth: 'authorizer:loyalty' }, new Set(['customers'])).auth).toEqual({
      type: 'CUSTOM',
      authorizer: 'loyalty',
    })
  })

  it('names path parameters that never reach the upstream', () => {
    expect(unusedParameters({ ...draftOf(null), path: '/a/{b}/{rest+}', uri: 'https://x.example/{rest}' })).toEqual(['b'])
  })
})
