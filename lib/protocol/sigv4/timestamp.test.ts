import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimestamp, parseDateHeader, parseTimestamp } from './timestamp'

describe('timestamps', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_799 }), (seconds) => {
        expect(parseTimestamp(formatTimestamp(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })

  it.each([
    '20260230T000000Z',
    '20270229T000000Z',
    '20261301T000000Z',
    '20260001T000000Z',
    '20260100T000000Z',
    '20260101T240000Z',
    '20260101T006000Z',
    '20260101T000060Z',
    '20260101T000000',
    '20260101T000000z',
    '2026-01-01T00:00:00Z',
    '2026010+T000000Z',
    '',
  ])('%j is none', (text) => {
    expect(parseTimestamp(text)).toBeNull()
    expect(parseDateHeader(text)).toBeNull()
  })

  it('of 29 February exist in leap years', () => {
    expect(parseTimestamp('20280229T000000Z')).toBe(Date.UTC(2028, 1, 29))
  })

  it('may come as IMF-fixdate in a Date header only', () => {
    expect(parseDateHeader('Tue, 27 Oct 2020 13:00:07 GMT')).toBe(Date.UTC(2020, 9, 27, 13, 0, 7))
    expect(parseTimestamp('Tue, 27 Oct 2020 13:00:07 GMT')).toBeNull()
    expect(parseDateHeader('27 Oct 2020')).toBeNull()
  })
})
