import { describe, expect, it } from 'vitest'
import { decisivePart } from './decisive-part'

const CASES = [
  {
    name: 'the network part of the range that holds an address',
    args: ['IpAddress', ['198.51.100.0/24', '203.0.113.0/24'], '203.0.113.9', true],
    expectedIndex: 1,
    expected: { hit: '203.0.113', rest: '.0/24' },
    actual: { hit: '203.0.113', rest: '.9' },
  },
  {
    name: 'the groups of an IPv6 network',
    args: ['IpAddress', ['2001:db8:bad::/48'], '2001:db8:bad::1', true],
    expectedIndex: 0,
    expected: { hit: '2001:db8:bad', rest: '::/48' },
    actual: { hit: '2001:db8:bad', rest: '::1' },
  },
  {
    name: 'the whole actual value where no range holds it',
    args: ['IpAddressIfExists', ['198.51.100.0/24'], '192.0.2.7', false],
    expectedIndex: -1,
    expected: null,
    actual: { hit: '192.0.2.7', rest: '' },
  },
  {
    name: 'both whole values of an equality',
    args: ['ForAnyValue:StringEquals', ['a', 'gold'], 'gold', true],
    expectedIndex: 1,
    expected: { hit: 'gold', rest: '' },
    actual: { hit: 'gold', rest: '' },
  },
  {
    name: 'the actual value of a comparison that failed',
    args: ['NumericLessThan', ['900'], '1000', false],
    expectedIndex: -1,
    expected: null,
    actual: { hit: '1000', rest: '' },
  },
] as const

describe('the part of a condition that decided', () => {
  it.each(CASES)('is $name', ({ args: [operator, expected, actual, matched], ...want }) => {
    const part = decisivePart(operator, expected, actual, matched)
    expect(part).toEqual({ expectedIndex: want.expectedIndex, expected: want.expected, actual: want.actual })
  })
})
