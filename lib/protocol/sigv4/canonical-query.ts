import { isUnreservedText, percentEncode } from '../percent-encoding'

/** A parameter in canonical encoding. */
export interface QueryParameter {
  readonly name: string
  readonly value: string
}

/**
 * The parameters of a raw query in the order sent, each name and value decoded (`+` is a space) and
 * encoded canonically. Stops after `max`: the caller compares lengths.
 */
export function parseQuery(rawQuery: string, max: number): QueryParameter[] {
  const parameters: QueryParameter[] = []
  let start = 0
  while (start <= rawQuery.length && parameters.length < max) {
    const end = rawQuery.indexOf('&', start)
    const pair = rawQuery.slice(start, end === -1 ? rawQuery.length : end)
    if (pair !== '') {
      const equals = pair.indexOf('=')
      const name = equals === -1 ? pair : pair.slice(0, equals)
      parameters.push({ name: recode(name), value: equals === -1 ? '' : recode(pair.slice(equals + 1)) })
    }
    if (end === -1) break
    start = end + 1
  }
  return parameters
}

/**
 * The canonical query string: parameters sorted by encoded name, then value. `leaveOut` names one
 * parameter that is not part of it, the signature itself.
 * Source: "Create a signed AWS API request", step 1, CanonicalQueryString.
 */
export function getCanonicalQuery(parameters: readonly QueryParameter[], leaveOut: string | null = null): string {
  const kept = leaveOut === null ? [...parameters] : parameters.filter((parameter) => parameter.name !== leaveOut)
  if (kept.length > 1) kept.sort(byNameThenValue)
  let out = ''
  for (const { name, value } of kept) out += `${out === '' ? '' : '&'}${name}=${value}`
  return out
}

function byNameThenValue(a: QueryParameter, b: QueryParameter): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  if (a.value !== b.value) return a.value < b.value ? -1 : 1
  return 0
}

function recode(text: string): string {
  if (isUnreservedText(text)) return text
  return text.replace(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~]/gu, (found) => {
    if (found === '+') return '%20'
    return found.length === 3 && found[0] === '%' ? recodeEscape(found) : percentEncode(found)
  })
}

function recodeEscape(triplet: string): string {
  return percentEncode(String.fromCharCode(Number.parseInt(triplet.slice(1), 16)))
}
