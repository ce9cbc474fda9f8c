import { toState } from '../../match/state'
import type { Condition } from '../../syntax/document'
import { INVALID, type ValueTest } from '../value-test'
import { parseBinary } from './parse-binary'

/** BinaryEquals: byte for byte, both sides in base64. */
export function compileBinaryTest(condition: Condition): ValueTest {
  const listed = condition.values.map(({ value }) => parseBinary(value))
  return {
    variables: [],
    test: (value) => {
      const actual = parseBinary(value)
      return actual === null ? INVALID : toState(listed.includes(actual))
    },
  }
}
