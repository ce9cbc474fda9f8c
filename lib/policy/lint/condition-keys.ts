import { findGlobalKey, listGlobalKeys } from '../condition/known-keys'
import { type Reporter, replaceWith } from '../finding/reporter'
import { findNearest } from '../match/nearest'
import type { Condition, Statement } from '../syntax/document'

/** The one condition key of execute-api. Source: service authorization reference. */
const VIA_DOMAIN = 'execute-api:viadomainarn'

/** Remarks on the key of a condition and on how the operator meets it. */
export function lintConditionKey(condition: Condition, statement: Statement, reporter: Reporter): void {
  const lower = condition.key.value.toLowerCase()
  const known = findGlobalKey(lower)
  const { operator } = condition
  if (known === null) {
    if (lower.startsWith('aws:')) reportUnknown(condition, lower, reporter)
    if (lower.startsWith('execute-api:') && lower !== VIA_DOMAIN) {
      reporter.add('INVALID_SERVICE_CONDITION_KEY', condition.key, `execute-api has no condition key ${condition.key.value}.`)
    }
    return
  }
  if (known.name.endsWith('/') && lower.length === known.name.length) {
    reporter.add('MISSING_TAG_KEY_IN_CONDITION', condition.key, `${known.name} needs a tag key, as in ${known.name}team.`)
  }
  if (operator.family !== 'Null' && !known.families.includes(operator.family)) {
    const message = `${known.name} is compared with ${known.families.join(' or ')} operators, not with ${condition.operatorText.value}.`
    reporter.add('TYPE_MISMATCH', condition.operatorText, message)
  }
  if (known.isMultivalued && operator.qualifier === null && operator.family !== 'Null') {
    const message = `${known.name} can have several values: without ForAllValues or ForAnyValue the condition never matches.`
    reporter.add('MISSING_QUALIFIER', condition.operatorText, message)
  }
  if (operator.qualifier === 'ForAllValues') lintForAllValues(condition, statement, known.isMultivalued, reporter)
}

function reportUnknown({ key }: Condition, lower: string, reporter: Reporter): void {
  if (lower === 'aws:arn') {
    reporter.add('UNSUPPORTED_GLOBAL_CONDITION_KEY', key, 'aws:ARN is not supported: use aws:PrincipalArn or aws:SourceArn.')
    return
  }
  const near = reporter.isCrowded ? null : findNearest(key.value, listGlobalKeys(), ({ name }) => name, 3)
  const message = `There is no condition key ${key.value}${near !== null ? `: did you mean ${near.name}?` : ', so no request has it.'}`
  reporter.add('INVALID_GLOBAL_CONDITION_KEY', key, message, near !== null ? replaceWith(key.range, JSON.stringify(near.name)) : undefined)
}

/** ForAllValues is true of a missing key. Source: IAM user guide, multi-valued context keys. */
function lintForAllValues(condition: Condition, statement: Statement, isMultivalued: boolean, reporter: Reporter): void {
  const key = condition.key.value
  if (!isMultivalued) {
    const message = `${key} has one value at most: ForAllValues adds only that a request without it matches.`
    reporter.add('FORALLVALUES_WITH_SINGLE_VALUED_KEY', condition.operatorText, message)
    return
  }
  const hasNullCheck = statement.conditions.some(
    ({ operator, key: other, values }) =>
      operator.family === 'Null' && other.value.toLowerCase() === key.toLowerCase() && values[0]?.value.toLowerCase() === 'false',
  )
  if (statement.effect !== 'Allow' || hasNullCheck) return
  const message = `A request without ${key} matches ForAllValues, so this Allow covers it: add "Null": { "${key}": "false" }.`
  reporter.add('FORALLVALUES_ALLOW_WITHOUT_NULL_CHECK', condition.operatorText, message)
}
