import { NO, YES } from '../match/state'
import type { Comparison } from '../syntax/condition-operator'
import type { Condition } from '../syntax/document'
import { INVALID, type ValueTest } from './value-test'

const COMPARE: Partial<Record<Comparison, (actual: number, listed: number) => boolean>> = {
  equals: (actual, listed) => actual === listed,
  lessThan: (actual, listed) => actual < listed,
  lessThanEquals: (actual, listed) => actual <= listed,
  greaterThan: (actual, listed) => actual > listed,
  greaterThanEquals: (actual, listed) => actual >= listed,
}

/** Numeric and Date operators: a value that cannot be read matches neither the operator nor its negation. */
export function compileOrderedTest(condition: Condition, parse: (text: string) => number | null): ValueTest {
  const compare = COMPARE[condition.operator.comparison]
  const listed = condition.values.map(({ value }) => parse(value)).filter((value) => value !== null)
  const isReadable = listed.length === condition.values.length
  return {
    variables: [],
    test: (value) => {
      const actual = parse(value)
      if (actual === null || compare === undefined || (!isReadable && condition.operator.negated)) return INVALID
      for (let index = 0; index < listed.length; index++) {
        if (compare(actual, listed[index]!)) return YES
      }
      return NO
    },
  }
}
