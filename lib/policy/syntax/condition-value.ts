import { parseBinary } from '../condition/binary/parse-binary'
import { parseBoolean } from '../condition/bool/parse-boolean'
import { parseDate } from '../condition/date/parse-date'
import { parseIpRange } from '../condition/ip/parse-ip-range'
import { parseNumber } from '../condition/numeric/parse-number'
import type { FindingId } from '../finding/catalogue'
import type { JsonNode } from '../json/node'
import type { OperatorFamily } from './condition-operator'
import type { Condition } from './document'
import { type ElementContext, quote } from './elements'
import { hasVariable } from './variable'
import { checkVariables } from './variable-checks'

interface ValueRule {
  readonly id: FindingId
  readonly wanted: string
  isValid(value: string): boolean
}

const BOOLEAN: ValueRule = { id: 'TYPE_MISMATCH_BOOLEAN', wanted: '"true" or "false"', isValid: (value) => parseBoolean(value) !== null }

const RULES: Partial<Record<OperatorFamily, ValueRule>> = {
  Numeric: { id: 'TYPE_MISMATCH_NUMBER', wanted: 'a number', isValid: (value) => parseNumber(value) !== null },
  Date: {
    id: 'TYPE_MISMATCH_DATE',
    wanted: 'a date such as 2026-05-01T09:00:00Z, or epoch seconds',
    isValid: (value) => parseDate(value) !== null,
  },
  Bool: BOOLEAN,
  Null: BOOLEAN,
  Binary: { id: 'TYPE_MISMATCH_STRING', wanted: 'base64', isValid: (value) => parseBinary(value) !== null },
  IpAddress: {
    id: 'TYPE_MISMATCH_IP_RANGE',
    wanted: 'an address or range such as 203.0.113.0/24 or 2001:db8::/32',
    isValid: (value) => parseIpRange(value) !== null,
  },
}

/** Checks the values of one condition key against the operator. */
export function checkConditionValues(condition: Condition, node: JsonNode, context: ElementContext): void {
  const { reporter } = context
  const { values, operator } = condition
  if (node.type === 'array' && node.items.length === 0) reportEmpty(condition, node, context)
  if (new Set(values.map(({ jsonType }) => jsonType)).size > 1) {
    reporter.add(
      'INVALID_CONDITION_DATA_TYPE',
      { range: node.range, pointer: condition.pointer },
      'The values of one key should have one JSON type.',
    )
  }
  if (operator.family === 'Bool' && values.length > 1) {
    const message = `Bool compares with one value, "true" or "false"; here are ${values.length}.`
    reporter.add('INVALID_CONDITION_MULTIPLE_BOOLEAN', { range: node.range, pointer: condition.pointer }, message)
  }
  const rule = RULES[operator.family]
  for (const value of values) {
    if (rule === undefined) checkVariables(value, context)
    else if (hasVariable(value.value)) {
      reporter.add('INVALID_VARIABLE_FOR_OPERATOR', value, 'Policy variables work with String and Arn operators only.')
    } else if (!rule.isValid(value.value)) {
      reporter.add(rule.id, value, `${quote(value.value)} cannot be compared by ${condition.operatorText.value}: it needs ${rule.wanted}.`)
    }
  }
}

function reportEmpty(condition: Condition, node: JsonNode, { reporter }: ElementContext): void {
  const { qualifier, ifExists } = condition.operator
  const key = condition.key.value
  const place = { range: node.range, pointer: condition.pointer }
  if (qualifier === 'ForAllValues') {
    reporter.add('EMPTY_ARRAY_CONDITION_FORALLVALUES', place, `Without values this matches only when ${key} is absent.`)
  } else if (qualifier === 'ForAnyValue') {
    reporter.add('EMPTY_ARRAY_CONDITION_FORANYVALUE', place, `Without values this never matches ${key}.`)
  } else if (ifExists) reporter.add('EMPTY_ARRAY_CONDITION_IFEXISTS', place, `Without values this matches only when ${key} is absent.`)
  else reporter.add('EMPTY_ARRAY_CONDITION', place, `No values are listed for ${key}.`)
}
