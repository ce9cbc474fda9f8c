import { type State, toState } from '../../match/state'
import type { Condition } from '../../syntax/document'
import type { Fact } from '../../types'
import { parseBoolean } from '../bool/parse-boolean'

/** Null: "true" matches an absent key, "false" a key that is there and not empty. */
export function compileNullTest(condition: Condition): (fact: Exclude<Fact, symbol> | undefined) => State {
  const listed = condition.values.map(({ value }) => parseBoolean(value))
  return (fact) => toState(listed.includes(isEmpty(fact)))
}

function isEmpty(fact: Exclude<Fact, symbol> | undefined): boolean {
  return fact === undefined || fact.length === 0 || (typeof fact !== 'string' && fact.every((value) => value === ''))
}
