import { decodeBase64Url } from './base64url'

/** Longest token that is looked at; Node's own limit on all headers is 16 KiB. */
export const TOKEN_CHARS_MAX = 16_384

/** A token that is well formed; nothing in it is verified yet. */
export interface ParsedJwt {
  /** No prototype: any name can be looked up. */
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: JwtClaims
  /** ASCII of the first two parts with their dot. */
  readonly signingInput: string
  readonly signature: Buffer
}

/** Claims by name, without a prototype: any name can be looked up. */
export type JwtClaims = Readonly<Record<string, unknown>>

export type JwtParseFailure =
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'malformed'; readonly part: 'parts' | 'header' | 'claims' | 'signature' }

/**
 * Reads the compact form: three parts of unpadded base64url without stray bits, header and claims
 * UTF-8 JSON objects. Source: RFC 7519, section 7.2; RFC 7515, sections 2 and 5.2.
 */
export function parseJwt(
  token: string,
): { readonly ok: true; readonly jwt: ParsedJwt } | { readonly ok: false; readonly failure: JwtParseFailure } {
  if (token.length > TOKEN_CHARS_MAX) return { ok: false, failure: { kind: 'tooLarge' } }
  const first = token.indexOf('.')
  const second = token.indexOf('.', first + 1)
  if (first === -1 || second === -1 || token.includes('.', second + 1)) return malformed('parts')
  const header = parseObject(token.slice(0, first))
  if (!header) return malformed('header')
  const claims = parseObject(token.slice(first + 1, second))
  if (!claims) return malformed('claims')
  const signature = decodeBase64Url(token.slice(second + 1))
  if (!signature || signature.length === 0) return malformed('signature')
  return { ok: true, jwt: { header, claims, signingInput: token.slice(0, second), signature } }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function parseObject(part: string): Readonly<Record<string, unknown>> | null {
  const bytes = decodeBase64Url(part)
  if (!bytes) return null
  try {
    const value: unknown = JSON.parse(UTF8.decode(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.assign(Object.create(null), value)
  } catch {
    // Not UTF-8 or not JSON: the token's fault, told by null.
    return null
  }
}

function malformed(part: 'parts' | 'header' | 'claims' | 'signature') {
  return { ok: false, failure: { kind: 'malformed', part } } as const
}
