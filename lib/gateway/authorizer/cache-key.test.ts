import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cacheKey } from './cache-key'

describe('the cache key', () => {
  it('is the same only for the same values in the same order', () => {
    const part = fc.oneof(fc.constant(null), fc.string({ maxLength: 4 }), fc.constantFrom('', '1:', '-,', ',', '0:,'))
    const parts = fc.array(part, { maxLength: 5 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(cacheKey(a) === cacheKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('tells an absent value from an empty one', () => {
    expect(cacheKey([null])).not.toBe(cacheKey(['']))
  })
})
