import { replaceWith } from '../finding/reporter'
import type { JsonMember, JsonNode } from '../json/node'
import { childPointer } from '../json/pointer'
import { type ConditionOperator, parseConditionOperator, respellConditionOperator } from './condition-operator'
import { checkConditionValues } from './condition-value'
import type { Condition, Text } from './document'
import { type Element, type ElementContext, quote, textOf, typeName } from './elements'

export function parseConditions({ node, pointer }: Element, context: ElementContext): readonly Condition[] {
  if (node.type !== 'object') {
    context.reporter.add('DATA_TYPE_MISMATCH', { range: node.range, pointer }, `Condition must be an object, not ${typeName(node)}.`)
    return []
  }
  if (node.members.length === 0) context.reporter.add('EMPTY_OBJECT_CONDITION', { range: node.range, pointer }, 'The Condition is empty.')
  return node.members.flatMap((member) => parseBlock(member, childPointer(pointer, member.key.value), context))
}

function parseBlock({ key, value }: JsonMember, pointer: string, context: ElementContext): readonly Condition[] {
  const { reporter } = context
  const operatorText = textOf(key, pointer)
  const operator = parseConditionOperator(key.value)
  if (operator === null) {
    const right = respellConditionOperator(key.value)
    const message = `There is no condition operator ${quote(key.value)}${right === null ? '.' : `: write ${right}.`}`
    const fix = right === null ? undefined : replaceWith(key.range, quote(right))
    reporter.add('INVALID_CONDITION_OPERATOR', operatorText, message, fix)
    return []
  }
  checkOperator(operator, operatorText, context)
  if (value.type !== 'object') {
    const message = `${key.value} must hold an object of condition keys, not ${typeName(value)}.`
    reporter.add('DATA_TYPE_MISMATCH', { range: value.range, pointer }, message)
    return []
  }
  if (value.members.length === 0)
    reporter.add('EMPTY_OBJECT_CONDITION', { range: value.range, pointer }, `${key.value} holds no condition key.`)
  const seen = new Map<string, string>()
  return value.members.flatMap((member) => {
    const at = childPointer(pointer, member.key.value)
    checkKey(textOf(member.key, at), seen, context)
    const values = readValues(member.value, at, context)
    if (values === null) return []
    const range = { start: member.key.range.start, end: member.value.range.end }
    const condition: Condition = { operator, operatorText, key: textOf(member.key, at), range, pointer: at, values }
    checkConditionValues(condition, member.value, context)
    return [condition]
  })
}

function checkOperator(operator: ConditionOperator, place: Text, { reporter }: ElementContext): void {
  if (operator.family !== 'Null') return
  if (operator.ifExists) {
    const fix = replaceWith(place.range, quote(place.value.replace(/IfExists$/, '')))
    reporter.add('NULL_WITH_IF_EXISTS', place, 'Null tests whether the key exists: it takes no IfExists.', fix)
  }
  if (operator.qualifier !== null) reporter.add('NULL_WITH_QUALIFIER', place, `Null needs no ${operator.qualifier}.`)
}

function checkKey(key: Text, seen: Map<string, string>, { reporter }: ElementContext): void {
  const lower = key.value.toLowerCase()
  const earlier = seen.get(lower)
  if (earlier !== undefined && earlier !== key.value) {
    const message = `${quote(key.value)} and ${quote(earlier)} are the same condition key: keys are not case-sensitive.`
    reporter.add('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', key, message)
  }
  seen.set(lower, key.value)
  if (!/^[^\s:]+:\S(.*\S)?$/.test(key.value)) {
    reporter.add('INVALID_CONDITION_KEY_FORMAT', key, `${quote(key.value)} is no condition key: write service:key, as in aws:SourceIp.`)
  }
}

function readValues(node: JsonNode, pointer: string, context: ElementContext): Condition['values'] | null {
  if (node.type === 'array') {
    const values = node.items.map((item, index) => readValue(item, childPointer(pointer, index), context))
    return values.some((value) => value === null) ? null : values.filter((value) => value !== null)
  }
  const value = readValue(node, pointer, context)
  return value === null ? null : [value]
}

function readValue(node: JsonNode, pointer: string, context: ElementContext): Condition['values'][number] | null {
  if (node.type === 'string') return { ...textOf(node, pointer), jsonType: 'string' }
  if (node.type === 'number') return { value: node.raw, range: node.range, pointer, jsonType: 'number' }
  if (node.type === 'boolean') return { value: String(node.value), range: node.range, pointer, jsonType: 'boolean' }
  const message = `A condition value is a string, number or boolean, not ${typeName(node)}.`
  context.reporter.add('DATA_TYPE_MISMATCH', { range: node.range, pointer }, message)
  return null
}
