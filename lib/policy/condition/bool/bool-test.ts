import { toState } from '../../match/state'
import type { Condition } from '../../syntax/document'
import { INVALID, type ValueTest } from '../value-test'
import { parseBoolean } from './parse-boolean'

/** Bool. Case does not matter. */
export function compileBoolTest(condition: Condition): ValueTest {
  const listed = condition.values.map(({ value }) => parseBoolean(value))
  return {
    variables: [],
    test: (value) => {
      const actual = parseBoolean(value)
      return actual === null ? INVALID : toState(listed.includes(actual))
    },
  }
}
