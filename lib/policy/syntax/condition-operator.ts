export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null'

export type Comparison = 'equals' | 'equalsIgnoreCase' | 'like' | 'lessThan' | 'lessThanEquals' | 'greaterThan' | 'greaterThanEquals'

export interface OperatorBase {
  readonly family: OperatorFamily
  readonly comparison: Comparison
  readonly negated: boolean
}

/** A condition operator taken apart: `ForAllValues:StringNotLikeIfExists`. */
export interface ConditionOperator extends OperatorBase {
  readonly qualifier: 'ForAllValues' | 'ForAnyValue' | null
  readonly ifExists: boolean
}

function ordered(family: 'Numeric' | 'Date'): [string, OperatorBase][] {
  const base = (comparison: Comparison, negated = false): OperatorBase => ({ family, comparison, negated })
  return [
    [`${family}Equals`, base('equals')],
    [`${family}NotEquals`, base('equals', true)],
    [`${family}LessThan`, base('lessThan')],
    [`${family}LessThanEquals`, base('lessThanEquals')],
    [`${family}GreaterThan`, base('greaterThan')],
    [`${family}GreaterThanEquals`, base('greaterThanEquals')],
  ]
}

function pair(family: OperatorFamily, comparison: Comparison, plain: string, negated: string): [string, OperatorBase][] {
  return [
    [plain, { family, comparison, negated: false }],
    [negated, { family, comparison, negated: true }],
  ]
}

/** Every operator by its exact spelling. Source: IAM user guide, reference_policies_elements_condition_operators. */
export const OPERATORS: ReadonlyMap<string, OperatorBase> = new Map<string, OperatorBase>([
  ...pair('String', 'equals', 'StringEquals', 'StringNotEquals'),
  ...pair('String', 'equalsIgnoreCase', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'),
  ...pair('String', 'like', 'StringLike', 'StringNotLike'),
  ...ordered('Numeric'),
  ...ordered('Date'),
  ['Bool', { family: 'Bool', comparison: 'equals', negated: false }],
  ['BinaryEquals', { family: 'Binary', comparison: 'equals', negated: false }],
  ...pair('IpAddress', 'equals', 'IpAddress', 'NotIpAddress'),
  ...pair('Arn', 'like', 'ArnEquals', 'ArnNotEquals'),
  ...pair('Arn', 'like', 'ArnLike', 'ArnNotLike'),
  ['Null', { family: 'Null', comparison: 'equals', negated: false }],
])

const QUALIFIERS = ['ForAllValues', 'ForAnyValue'] as const

/** The operator that is spelled so, or null. Case-sensitive. */
export function parseConditionOperator(text: string): ConditionOperator | null {
  const colon = text.indexOf(':')
  const written = colon < 0 ? null : text.slice(0, colon)
  const qualifier = QUALIFIERS.find((name) => name === written) ?? null
  if (written !== qualifier) return null
  const rest = text.slice(colon + 1)
  const ifExists = rest.endsWith('IfExists')
  const base = OPERATORS.get(ifExists ? rest.slice(0, -'IfExists'.length) : rest)
  return base === undefined ? null : { ...base, qualifier, ifExists }
}

/** The right spelling of an operator that is wrong only in its case, or null. */
export function respellConditionOperator(text: string): string | null {
  const [, qualifier, name = '', ifExists] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/i.exec(text) ?? []
  const right = [...OPERATORS.keys()].find((known) => known.toLowerCase() === name.toLowerCase())
  if (right === undefined) return null
  const prefix = QUALIFIERS.find((known) => known.toLowerCase() === qualifier?.toLowerCase())
  return `${prefix === undefined ? '' : `${prefix}:`}${right}${ifExists === undefined ? '' : 'IfExists'}`
}
