import { describe, expect, it } from 'vitest'
import { createFailureLimit } from './failure-limit'

describe('a failure limit', () => {
  const make = () => createFailureLimit({ failuresMax: 2, windowMs: 1000, keysMax: 3 })

  it('blocks a key once its failures are used up, and no other', () => {
    const limit = make()
    expect([limit.take('a', 0), limit.take('a', 1), limit.take('a', 2), limit.take('a', 3)]).toEqual([true, true, false, false])
    expect(limit.take('b', 2)).toBe(true)
  })

  it('opens again when the window is over', () => {
    const limit = make()
    for (const key of ['a', 'a']) limit.take(key, 0)
    expect(limit.take('a', 999)).toBe(false)
    expect(limit.take('a', 1000)).toBe(true)
  })

  it('does not count what was given back', () => {
    const limit = make()
    for (let index = 0; index < 10; index += 1) {
      expect(limit.take('a', 0)).toBe(true)
      limit.giveBack('a')
    }
    limit.giveBack('never taken')
    expect([limit.take('a', 0), limit.take('a', 0), limit.take('a', 0)]).toEqual([true, true, false])
  })

  it('keeps no more keys than it may, the oldest going first', () => {
    const limit = make()
    for (const key of ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']) limit.take(key, 0)
    expect([limit.take('b', 1), limit.take('c', 1), limit.take('d', 1)]).toEqual([false, false, false])
    expect(limit.take('a', 1)).toBe(true)
  })
})
