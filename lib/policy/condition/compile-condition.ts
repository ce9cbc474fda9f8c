import type { OperatorFamily } from '../syntax/condition-operator'
import type { Condition, PolicyVersion } from '../syntax/document'
import { compileArnTest } from './arn/arn-test'
import { compileBinaryTest } from './binary/binary-test'
import { compileBoolTest } from './bool/bool-test'
import type { CompiledCondition } from './compiled-condition'
import { compileDateTest } from './date/date-test'
import { decideAllValues, decideAnyValue, decideNull, decideSingle } from './decide-condition'
import { compileIpTest } from './ip/ip-test'
import { compileNullTest } from './null/null-test'
import { compileNumericTest } from './numeric/numeric-test'
import { compileStringTest } from './string/string-test'
import type { CompileValues } from './value-test'

const FAMILIES: Record<Exclude<OperatorFamily, 'Null'>, CompileValues> = {
  String: compileStringTest,
  Numeric: compileNumericTest,
  Date: compileDateTest,
  Bool: compileBoolTest,
  Binary: compileBinaryTest,
  IpAddress: compileIpTest,
  Arn: compileArnTest,
}

/** Prepares one operator on one key. */
export function compileCondition(condition: Condition, version: PolicyVersion): CompiledCondition {
  const { operator } = condition
  const key = condition.key.value.toLowerCase()
  const base = { written: condition, key }
  if (operator.family === 'Null') {
    return { ...base, variables: [], decide: decideNull(key, compileNullTest(condition)) }
  }
  const valueTest = FAMILIES[operator.family](condition, version)
  const shape = { key, negated: operator.negated, ifExists: operator.ifExists, valueTest }
  const decideBy =
    operator.qualifier === 'ForAllValues' ? decideAllValues : operator.qualifier === 'ForAnyValue' ? decideAnyValue : decideSingle
  return { ...base, variables: valueTest.variables, decide: decideBy(shape) }
}
