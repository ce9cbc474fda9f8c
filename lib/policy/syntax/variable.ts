/** A piece of a string that may hold policy variables. Offsets are within the string. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  /** `${*}`, `${?}`, `${$}`: the plain character. */
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'variable'; readonly key: string; readonly fallback: string | null; readonly start: number }

export type VariableProblem = 'MISSING_BRACE_IN_VARIABLE' | 'MISSING_QUOTE_IN_VARIABLE' | 'UNSUPPORTED_SPACE_IN_VARIABLE' | 'EMPTY_VARIABLE'

export interface Template {
  readonly parts: readonly TemplatePart[]
  readonly problem: { readonly id: VariableProblem; readonly start: number; readonly end: number } | null
}

/**
 * Takes a string apart at its policy variables. `key` is in lower case, `fallback` the default value.
 * Source: IAM user guide, reference_policies_variables.
 */
export function parseTemplate(value: string): Template {
  const parts: TemplatePart[] = []
  let offset = 0
  for (;;) {
    const open = value.indexOf('${', offset)
    if (open < 0) {
      if (offset < value.length || parts.length === 0) parts.push({ type: 'text', text: value.slice(offset) })
      return { parts, problem: null }
    }
    if (open > offset) parts.push({ type: 'text', text: value.slice(offset, open) })
    const close = endOfVariable(value, open)
    if (close < 0) return { parts, problem: { id: 'MISSING_BRACE_IN_VARIABLE', start: open, end: value.length } }
    const part = parseVariable(value.slice(open + 2, close), open)
    if (typeof part === 'string') return { parts, problem: { id: part, start: open, end: close + 1 } }
    parts.push(part)
    offset = close + 1
  }
}

function endOfVariable(value: string, open: number): number {
  const close = value.indexOf('}', open)
  const quote = close < 0 ? -1 : value.slice(open, close).indexOf("'")
  if (quote < 0) return close
  const closeQuote = value.indexOf("'}", open + quote + 1)
  return closeQuote < 0 ? close : closeQuote + 1
}

function parseVariable(inside: string, start: number): TemplatePart | VariableProblem {
  if (inside === '*' || inside === '?' || inside === '$') return { type: 'literal', text: inside }
  if (inside.trim() === '') return 'EMPTY_VARIABLE'
  const comma = inside.indexOf(',')
  const key = comma < 0 ? inside : inside.slice(0, comma)
  if (key === '') return 'EMPTY_VARIABLE'
  if (!/^\S+$/.test(key) && !key.includes('/')) return 'UNSUPPORTED_SPACE_IN_VARIABLE'
  if (/^\s|\s$/.test(key)) return 'UNSUPPORTED_SPACE_IN_VARIABLE'
  if (comma < 0) return { type: 'variable', key: key.toLowerCase(), fallback: null, start }
  const fallback = inside.slice(comma + 1).replace(/^ /, '')
  if (/^\s|\s$/.test(fallback)) return 'UNSUPPORTED_SPACE_IN_VARIABLE'
  if (fallback.length < 2 || !fallback.startsWith("'") || !fallback.endsWith("'")) return 'MISSING_QUOTE_IN_VARIABLE'
  return { type: 'variable', key: key.toLowerCase(), fallback: fallback.slice(1, -1), start }
}

/** True when a policy variable or an escaped character occurs in the string. */
export function hasVariable(value: string): boolean {
  return value.includes('${')
}
