import { describe, expect, it } from 'vitest'
import { AuthorizerCache } from './cache'

describe('the authorizer cache', () => {
  it('holds no more than its bound; the least recently used goes first', () => {
    const cache = new AuthorizerCache<number>(2)
    cache.set('a', 1, 0, 1000)
    cache.set('b', 2, 0, 1000)
    cache.get('a', 1)
    cache.set('c', 3, 1, 1000)
    expect([cache.get('a', 2)?.value, cache.get('b', 2), cache.get('c', 2)?.value, cache.size]).toEqual([1, null, 3, 2])
  })

  it('peeking does not keep an entry', () => {
    const cache = new AuthorizerCache<number>(2)
    cache.set('a', 1, 0, 1000)
    cache.set('b', 2, 0, 1000)
    cache.peek('a', 1)
    cache.set('c', 3, 1, 1000)
    expect(cache.peek('a', 2)).toBeNull()
  })

  it('an entry is gone at the end of its time', () => {
    const cache = new AuthorizerCache<number>(2)
    cache.set('a', 1, 0, 1000)
    expect([cache.get('a', 999)?.value, cache.get('a', 1000)]).toEqual([1, null])
  })

  it('a call that failed is made again', async () => {
    const cache = new AuthorizerCache<number>(2)
    await expect(cache.share('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(cache.share('a', () => Promise.resolve(2))).resolves.toBe(2)
  })
})
