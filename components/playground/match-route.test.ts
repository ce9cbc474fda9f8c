import { describe, expect, it } from 'vitest'
import { matchTypedPath, samplePath } from './match-route'

const ROUTES = ['GET /', 'GET /orders', 'GET /orders/{id}', 'GET /orders/new', 'ANY /orders/{id}', 'GET /files/{proxy+}'].map((key) => {
  const [method = '', path = ''] = key.split(' ')
  return { key, method, path }
})

const CASES = [
  ['GET', '/', 'GET /', []],
  ['GET', '/orders/7?x=1', 'GET /orders/{id}', [['id', '7']]],
  ['GET', '/orders/new', 'GET /orders/new', []],
  ['DELETE', '/orders/7', 'ANY /orders/{id}', [['id', '7']]],
  ['GET', '/files/a/b.txt', 'GET /files/{proxy+}', [['proxy', 'a/b.txt']]],
  ['GET', '/order/7', undefined, undefined],
] as const

describe('the route that a typed path reaches', () => {
  it.each(CASES)('%s %s → %s', (method, path, key, parameters) => {
    const match = matchTypedPath(ROUTES, method, path)
    expect(match?.route.key).toBe(key)
    expect(match?.parameters).toEqual(parameters)
  })

  it('is reached by its sample path', () => {
    expect(samplePath('/orders/{id}/items/{proxy+}')).toBe('/orders/1/items/1')
  })
})
