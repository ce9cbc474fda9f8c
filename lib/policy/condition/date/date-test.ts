import type { Condition } from '../../syntax/document'
import { compileOrderedTest } from '../ordered-test'
import type { ValueTest } from '../value-test'
import { parseDate } from './parse-date'

/** DateEquals, DateLessThan and the rest of the family. */
export function compileDateTest(condition: Condition): ValueTest {
  let lastText = ''
  let lastValue: number | null = null
  return compileOrderedTest(condition, (text) => {
    if (text !== lastText) {
      lastText = text
      lastValue = parseDate(text)
    }
    return lastValue
  })
}
