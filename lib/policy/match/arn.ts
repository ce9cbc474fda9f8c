import { compileGlob, type Glob, matchesGlob, type Token } from './glob'
import { standsAt } from './same-text'

/**
 * An ARN pattern: five segments compared one by one, and the rest as one text in which `*` crosses
 * colons and slashes. A pattern with fewer segments matches only when its last ends with `*`, which
 * then runs to the end. Source: IAM user guide, reference_policies_elements_condition_operators, ARN.
 */
export interface ArnPattern {
  /** Where the first five segments have no wildcard: their text with all five colons. */
  readonly prefix: string | null
  readonly segments: readonly Glob[]
  /** The last of the segments matches to the end of the text. */
  readonly rest: Glob
  readonly restIsTail: boolean
}

const COLONS = 5

export function compileArn(tokens: readonly Token[]): ArnPattern {
  const segments = splitSegments(tokens)
  const last = segments[segments.length - 1]!
  const lastToken = last[last.length - 1]
  const head = segments.slice(0, -1)
  const isPlain = segments.length === COLONS + 1 && head.every((segment) => segment.every((token) => typeof token === 'string'))
  return {
    prefix: isPlain ? head.map((segment) => `${segment.join('')}:`).join('') : null,
    segments: head.map(compileGlob),
    rest: compileGlob(last),
    restIsTail: segments.length === COLONS + 1 || (lastToken !== undefined && typeof lastToken !== 'string' && lastToken.wildcard === '*'),
  }
}

function splitSegments(tokens: readonly Token[]): Token[][] {
  const segments: Token[][] = [[]]
  for (const token of tokens) {
    if (typeof token !== 'string') {
      segments[segments.length - 1]!.push(token)
      continue
    }
    const pieces = token.split(':')
    pieces.forEach((piece, index) => {
      if (index > 0 && segments.length <= COLONS) segments.push([])
      else if (index > 0) segments[COLONS]!.push(':')
      if (piece !== '') segments[segments.length - 1]!.push(piece)
    })
  }
  return segments
}

export function matchesArn(pattern: ArnPattern, text: string): boolean {
  if (pattern.prefix !== null)
    return standsAt(pattern.prefix, text, 0) && matchesGlob(pattern.rest, text, pattern.prefix.length, text.length)
  if (!pattern.restIsTail) return false
  let start = 0
  for (const segment of pattern.segments) {
    const colon = text.indexOf(':', start)
    if (colon < 0 || !matchesGlob(segment, text, start, colon)) return false
    start = colon + 1
  }
  return matchesGlob(pattern.rest, text, start, text.length)
}
