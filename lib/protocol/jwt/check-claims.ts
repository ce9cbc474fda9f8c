import type { JwtClaims } from './parse-jwt'

/** What a token has to say. Everything left out is not looked at; time always is. */
export interface ClaimExpectation {
  readonly nowSec: number
  /** Seconds that clocks may differ; 0 unless given. */
  readonly toleranceSec?: number
  /** One of these. */
  readonly issuers?: readonly string[]
  readonly tokenUse?: readonly ('id' | 'access')[]
  /** One of these in `aud`, or in `client_id` when the token has no `aud`. */
  readonly audiences?: readonly string[]
  /** Any of these in `scope` or `scp`; an empty list asks for nothing. */
  readonly anyScope?: readonly string[]
}

/** One kind per claim that is missing or wrong, in the order they are checked. */
export type ClaimFailure =
  | { readonly kind: 'issuer'; readonly given: string | null }
  | { readonly kind: 'expiry'; readonly given: number | null }
  | { readonly kind: 'notBefore'; readonly given: number | null }
  | { readonly kind: 'issuedAt'; readonly given: number | null }
  | { readonly kind: 'tokenUse'; readonly given: string | null }
  | { readonly kind: 'audience'; readonly given: readonly string[] }
  | { readonly kind: 'scope'; readonly given: readonly string[] }

/**
 * The first claim that does not fit, or null. `exp` must be there; `nbf` and `iat` count when they
 * are. Source: RFC 7519, section 4.1; developer guide, http-api-jwt-authorizer, for `client_id` and `scp`.
 */
export function checkClaims(claims: JwtClaims, expected: ClaimExpectation): ClaimFailure | null {
  const { issuers, tokenUse, audiences, anyScope = [] } = expected
  if (issuers && !(typeof claims.iss === 'string' && issuers.includes(claims.iss))) return { kind: 'issuer', given: textOf(claims.iss) }
  const time = checkTime(claims, expected)
  if (time) return time
  if (tokenUse && !tokenUse.some((use) => use === claims.token_use)) return { kind: 'tokenUse', given: textOf(claims.token_use) }
  if (audiences) {
    const given = getAudiences(claims)
    if (!given.some((audience) => audiences.includes(audience))) return { kind: 'audience', given }
  }
  if (anyScope.length > 0) {
    const given = getScopes(claims)
    if (!given.some((scope) => anyScope.includes(scope))) return { kind: 'scope', given }
  }
  return null
}

/** Scopes of `scope`, else of `scp`: a list of words or an array. */
export function getScopes(claims: JwtClaims): readonly string[] {
  const value = claims.scope ?? claims.scp
  if (typeof value === 'string') return value.split(' ').filter((scope) => scope !== '')
  return Array.isArray(value) ? value.filter((scope): scope is string => typeof scope === 'string') : []
}

function getAudiences({ aud, client_id: clientId }: JwtClaims): readonly string[] {
  if (aud === undefined) return typeof clientId === 'string' ? [clientId] : []
  const list: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  return list.filter((audience) => typeof audience === 'string')
}

function checkTime({ exp, nbf, iat }: JwtClaims, { nowSec, toleranceSec = 0 }: ClaimExpectation): ClaimFailure | null {
  if (!isTime(exp) || exp <= nowSec - toleranceSec) return { kind: 'expiry', given: isTime(exp) ? exp : null }
  if (nbf !== undefined && !(isTime(nbf) && nbf <= nowSec + toleranceSec)) return { kind: 'notBefore', given: isTime(nbf) ? nbf : null }
  if (iat !== undefined && !(isTime(iat) && iat <= nowSec + toleranceSec)) return { kind: 'issuedAt', given: isTime(iat) ? iat : null }
  return null
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
