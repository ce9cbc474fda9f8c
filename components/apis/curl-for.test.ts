import { describe, expect, it } from 'vitest'
import type { ApiDetail } from '@/lib/domain/console-api'
import type { RouteSpec } from '@/lib/domain/derived-api'
import { curlFor } from './curl-for'

const route = (method: RouteSpec['method'], path: string, auth: RouteSpec['auth']): RouteSpec => ({
  key: `${method} ${path}`,
  method,
  path,
  operationId: null,
  auth,
  integration: { type: 'MOCK', requestStatus: 200, responses: [] },
})

const apiWith = (routes: readonly RouteSpec[]): ApiDetail =>
  ({
    region: 'us-east-1',
    routes,
    stageDetails: [{ name: 'prod', variables: {}, invokeUrls: ['http://localhost:3000/gateway/a1/prod/'] }],
  }) as unknown as ApiDetail

describe('curlFor', () => {
  it('prefers a route that needs no credentials', () => {
    const api = apiWith([route('GET', '/orders', { type: 'AWS_IAM' }), route('POST', '/open', { type: 'NONE' })])
    expect(curlFor(api)).toBe("curl -i -X POST 'http://localhost:3000/gateway/a1/prod/open'")
  })

  it('signs calls of AWS_IAM routes and fills path parameters', () => {
    const api = apiWith([route('GET', '/orders/{id}', { type: 'AWS_IAM' })])
    expect(curlFor(api)).toContain("'http://localhost:3000/gateway/a1/prod/orders/1'")
    expect(curlFor(api)).toContain('--aws-sigv4 "aws:amz:us-east-1:execute-api"')
  })

  it('answers null where there is nothing to call', () => {
    expect(curlFor(apiWith([]))).toBeNull()
  })
})
