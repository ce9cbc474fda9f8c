/** Takes a request target apart without decoding anything. */

export interface Target {
  /** Lower-case authority of an absolute-form target; null for the origin form. */
  readonly authority: string | null
  /** Raw path, starts with `/`. */
  readonly path: string
  /** Raw query without `?`; empty when there is none. */
  readonly query: string
}

export type TargetProblem = 'form' | 'character' | 'percent' | 'dotSegment' | 'nul'

export const TARGET_BYTES_MAX = 10_240

/** Origin form and absolute form (RFC 9112 section 3.2); any other form is a problem, told by name. */
export function parseTarget(target: string): Target | TargetProblem {
  let authority: string | null = null
  let rest = target
  if (target.charCodeAt(0) !== 47) {
    const absolute = /^https?:\/\/([^/?#@\\]+)/i.exec(target)
    if (!absolute) return 'form'
    authority = absolute[1]!.toLowerCase()
    rest = target.slice(absolute[0].length)
    if (rest.charCodeAt(0) !== 47) rest = `/${rest}`
  }
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  const query = mark === -1 ? '' : rest.slice(mark + 1)
  return findPathProblem(path) ?? findQueryProblem(query) ?? { authority, path, query }
}

/** Control characters, spaces, non-ASCII, `\` and `#` never stand in a target. */
const ILLEGAL = /[^\x21-\x7e]|[\\#]/
const BAD_PERCENT = /%(?![0-9a-f]{2})/i
const NUL = /%00/
/** `.` and `..` as whole segments, each dot also as `%2e`; `;` parameters do not hide them. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:[/;]|$)/i

function findPathProblem(path: string): TargetProblem | null {
  if (ILLEGAL.test(path)) return 'character'
  if (path.includes('%')) {
    if (NUL.test(path)) return 'nul'
    if (BAD_PERCENT.test(path)) return 'percent'
    // An encoded slash or backslash would let a dot segment pass as part of a longer one.
    if (DOT_SEGMENT.test(path.replace(/%(?:2f|5c)/gi, '/'))) return 'dotSegment'
  }
  return path.includes('/.') && DOT_SEGMENT.test(path) ? 'dotSegment' : null
}

function findQueryProblem(query: string): TargetProblem | null {
  return query !== '' && ILLEGAL.test(query) ? 'character' : null
}

/** `Example.com:3000` → `example.com`; brackets of IPv6 stay. */
export function hostName(authority: string): string {
  const lower = authority.toLowerCase()
  const colon = lower.lastIndexOf(':')
  const bare = colon !== -1 && !lower.endsWith(']') ? lower.slice(0, colon) : lower
  return bare.endsWith('.') ? bare.slice(0, -1) : bare
}

/** `/a/b?c` at `from` = 1 → `a`, and where the rest begins. */
export function segmentAt(path: string, from: number): { readonly segment: string; readonly end: number } {
  const slash = path.indexOf('/', from)
  const end = slash === -1 ? path.length : slash
  return { segment: path.slice(from, end), end }
}
