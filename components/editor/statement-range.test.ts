import { describe, expect, it } from 'vitest'
import { statementRange } from './statement-range'

const TEXT = '{ "Statement": [ { "Sid": "One" }, { "Effect": "Deny" } ] }'

describe('a statement in its text', () => {
  it.each([
    ['One', '{ "Sid": "One" }'],
    ['1', '{ "Effect": "Deny" }'],
  ])('is found by %s', (name, want) => {
    const range = statementRange(TEXT, name)
    expect(range && TEXT.slice(range.start, range.end)).toBe(want)
  })

  it('is found when it stands alone, and not when it is gone', () => {
    expect(statementRange('{"Statement":{"Sid":"A"}}', 'A')).toEqual({ start: 13, end: 24 })
    expect(statementRange(TEXT, 'Two')).toBeNull()
  })
})
