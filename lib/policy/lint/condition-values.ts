import { type Reporter, replaceWith } from '../finding/reporter'
import type { Condition } from '../syntax/document'

const PREFIXES = [
  { key: 'aws:sourcevpce', id: 'INVALID_VPCE_FORMAT', prefix: 'vpce-' },
  { key: 'aws:sourcevpc', id: 'INVALID_VPC_FORMAT', prefix: 'vpc-' },
] as const

/** Remarks on the values of a condition. */
export function lintConditionValues(condition: Condition, reporter: Reporter): void {
  const { operator, values } = condition
  const rule = PREFIXES.find(({ key }) => key === condition.key.value.toLowerCase())
  for (const value of values) {
    if (rule !== undefined && operator.family === 'String' && !/^[*?$]/.test(value.value) && !value.value.startsWith(rule.prefix)) {
      reporter.add(rule.id, value, `The value of ${condition.key.value} starts with ${rule.prefix}.`)
    }
    const isExact = operator.family === 'String' && operator.comparison !== 'like'
    if (isExact && /[*?]/.test(value.value.replace(/\$\{[^}]{0,256}\}/g, ''))) lintWildcard(condition, value, reporter)
    if (operator.family === 'Date' && /^\d{4}(-\d\d)?$/.test(value.value)) {
      reporter.add('INVALID_DATE_VALUE', value, `${value.value} means its first instant: write the whole date.`)
    }
  }
}

function lintWildcard({ operator, operatorText }: Condition, value: Condition['values'][number], reporter: Reporter): void {
  const like = operatorText.value.replace(/Equals(IgnoreCase)?/, 'Like')
  const message = `${operatorText.value} takes * and ? literally. If a wildcard is meant, use ${like}.`
  const fix = operator.comparison === 'equals' ? replaceWith(operatorText.range, JSON.stringify(like)) : undefined
  reporter.add('WILDCARD_WITHOUT_LIKE_OPERATOR', value, message, fix)
}
