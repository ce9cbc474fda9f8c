import { MAYBE, NO, not, type State, YES } from '../match/state'
import { type AccessRequest, type Fact, UNKNOWN } from '../types'
import { INVALID, type ValueTest } from './value-test'

interface Shape {
  readonly key: string
  readonly negated: boolean
  readonly ifExists: boolean
  readonly valueTest: ValueTest
}

type Decide = (request: AccessRequest) => State

function testOne({ valueTest, negated }: Shape, value: string, request: AccessRequest): State {
  const result = valueTest.test(value, request)
  if (result === INVALID) return NO
  return negated ? not(result) : result
}

/**
 * No qualifier: a missing key fails the operator and satisfies its negation. A multivalued key never
 * matches. Source: IAM user guide, condition operators and multi-value conditions.
 */
export function decideSingle(shape: Shape): Decide {
  const whenMissing: State = shape.ifExists || shape.negated ? YES : NO
  return (request) => {
    const fact = request.facts.get(shape.key)
    if (typeof fact === 'string') return testOne(shape, fact, request)
    if (fact === undefined) return whenMissing
    if (fact === UNKNOWN) return MAYBE
    return fact.length === 0 ? whenMissing : NO
  }
}

/** A missing key, an empty list and empty strings alone are the empty set, as `null`. */
function valuesOf(fact: Exclude<Fact, symbol> | undefined): readonly string[] {
  if (fact === undefined || fact === '') return []
  if (typeof fact === 'string') return [fact]
  return fact.every((value) => value === '') ? [] : fact
}

/** ForAllValues: every request value matches; true of the empty set. */
export function decideAllValues(shape: Shape): Decide {
  return (request) => {
    const fact = request.facts.get(shape.key)
    if (fact === UNKNOWN) return MAYBE
    let result: State = YES
    for (const value of valuesOf(fact)) {
      const state = testOne(shape, value, request)
      if (state === NO) return NO
      if (state === MAYBE) result = MAYBE
    }
    return result
  }
}

/** ForAnyValue: some request value matches; false of the empty set, unless IfExists and the key is missing. */
export function decideAnyValue(shape: Shape): Decide {
  return (request) => {
    const fact = request.facts.get(shape.key)
    if (fact === UNKNOWN) return MAYBE
    const values = valuesOf(fact)
    if (values.length === 0) return shape.ifExists && fact !== '' ? YES : NO
    let result: State = NO
    for (const value of values) {
      const state = testOne(shape, value, request)
      if (state === YES) return YES
      if (state === MAYBE) result = MAYBE
    }
    return result
  }
}

export function decideNull(key: string, test: (fact: Exclude<Fact, symbol> | undefined) => State): Decide {
  return (request) => {
    const fact = request.facts.get(key)
    return fact === UNKNOWN ? MAYBE : test(fact)
  }
}
