import { describe, expect, it } from 'vitest'
import { createFailureLimit } from './failure-limit'

describe('a failure limit', () => {
  const make = () => createFailureLimit({ failuresMax: 2, windowMs: 1000, keysMax: 3 })

  it('blocks a key once its failures are used up, and no other', () => {
    const limit = make()
    limit.fail('a', 0)
    expect(limit.isBlocked('a', 1)).toBe(false)
    limit.fail('a', 1)
    expect(limit.isBlocked('a', 2)).toBe(true)
    expect(limit.isBlocked('b', 2)).toBe(false)
  })

  it('forgets when the window is over, and when a success clears it', () => {
    const limit = make()
    limit.fail('a', 0)
    limit.fail('a', 0)
    expect(limit.isBlocked('a', 999)).toBe(true)
    expect(limit.isBlocked('a', 1000)).toBe(false)
    limit.fail('b', 0)
    limit.fail('b', 0)
    limit.clear('b')
    expect(limit.isBlocked('b', 1)).toBe(false)
  })

  it('keeps no more keys than it may, the oldest going first', () => {
    const limit = make()
    for (const key of ['a', 'a', 'b', 'c', 'd']) limit.fail(key, 0)
    expect(limit.isBlocked('a', 1)).toBe(false)
    for (const key of ['d', 'c']) limit.fail(key, 1)
    expect(limit.isBlocked('d', 2) && limit.isBlocked('c', 2)).toBe(true)
  })
})
