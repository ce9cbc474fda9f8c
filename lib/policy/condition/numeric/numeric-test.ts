import type { Condition } from '../../syntax/document'
import { compileOrderedTest } from '../ordered-test'
import type { ValueTest } from '../value-test'
import { parseNumber } from './parse-number'

/** NumericEquals, NumericLessThan and the rest of the family. */
export function compileNumericTest(condition: Condition): ValueTest {
  return compileOrderedTest(condition, parseNumber)
}
