import { isUnreserved } from '../percent-encoding'

/** Bounds of ours; AWS refuses request lines above 10,240 bytes in all. */
export const PATH_CHARS_MAX = 8_192
export const SEGMENTS_MAX = 256

export type PathFailure = 'dotSegment' | 'badEscape' | 'tooLong' | 'tooManySegments'

export type ParsedPath =
  | {
      readonly ok: true
      /** Canonical segments; empty ones only between others. The root has none. */
      readonly segments: readonly string[]
    }
  | { readonly ok: false; readonly failure: PathFailure }

/**
 * The canonical segments of the path below the stage. Two spellings are equal, for the router and
 * for everything after it, exactly when this gives the same segments:
 * - percent-encoded unreserved characters are those characters, `%78` is `x`;
 * - other escapes differ in the case of their digits only, `%2f` is `%2F` and never a separator;
 * - slashes at the beginning and at the end do not count, `/x/` is `/x`.
 * All else is literal data, equal to nothing else: empty segments inside, `;`, backslash, control
 * characters, letters in another case. Dot segments, however spelled, and `%` without two hex digits
 * are refused.
 * Source: RFC 3986, sections 2.3 and 6.2.2; trailing and leading slash as recorded from API Gateway.
 */
export function parsePath(rawPath: string): ParsedPath {
  if (rawPath.length > PATH_CHARS_MAX) return { ok: false, failure: 'tooLong' }
  let start = 0
  let end = rawPath.length
  while (start < end && rawPath.charCodeAt(start) === SLASH) start++
  while (end > start && rawPath.charCodeAt(end - 1) === SLASH) end--
  if (start === end) return { ok: true, segments: [] }
  const segments = rawPath.slice(start, end).split('/', SEGMENTS_MAX + 1)
  if (segments.length > SEGMENTS_MAX) return { ok: false, failure: 'tooManySegments' }
  for (let i = 0; i < segments.length; i++) {
    const segment = canonicalSegment(segments[i] ?? '')
    if (segment === null) return { ok: false, failure: 'badEscape' }
    if (segment === '.' || segment === '..') return { ok: false, failure: 'dotSegment' }
    segments[i] = segment
  }
  return { ok: true, segments }
}

/** The one path string of a request: for route, ARN, cache key and log. Begins with a slash; the root is `/`. */
export function canonicalPath(segments: readonly string[]): string {
  return `/${segments.join('/')}`
}

const SLASH = 47
const PERCENT = 37

/** Null when a `%` is not followed by two hex digits. */
export function canonicalSegment(raw: string): string | null {
  let at = raw.indexOf('%')
  if (at === -1) return raw
  let out = ''
  let from = 0
  while (at !== -1) {
    const code = hexValue(raw.charCodeAt(at + 1)) * 16 + hexValue(raw.charCodeAt(at + 2))
    if (Number.isNaN(code)) return null
    out += raw.slice(from, at)
    out += isUnreserved(code) ? String.fromCharCode(code) : raw.slice(at, at + 3).toUpperCase()
    from = at + 3
    at = raw.charCodeAt(from) === PERCENT ? from : raw.indexOf('%', from)
  }
  return out + raw.slice(from)
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 70) return code - 55
  if (code >= 97 && code <= 102) return code - 87
  return Number.NaN
}
