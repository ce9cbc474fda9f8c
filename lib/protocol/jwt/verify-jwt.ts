import { hash, type KeyObject } from 'node:crypto'
import { type JwtAlgorithm, verifySignature } from './algorithms'
import { type JwtClaims, type JwtParseFailure, parseJwt } from './parse-jwt'

/** A key that tokens may be signed with. `key` is a public KeyObject, made once. */
export interface VerificationKey {
  readonly kid: string
  readonly algorithm: JwtAlgorithm
  readonly key: KeyObject
}

export type JwtSignatureFailure =
  | JwtParseFailure
  /** The `alg` is not one that is accepted, or not the key's. */
  | { readonly kind: 'algorithm'; readonly given: string }
  /** A `crit` header: extensions that must be understood, and are not. Source: RFC 7515, section 4.1.11. */
  | { readonly kind: 'critical' }
  | { readonly kind: 'unknownKey'; readonly kid: string | null }
  | { readonly kind: 'signature' }

export type JwtSignatureOutcome =
  | { readonly ok: true; readonly claims: JwtClaims; readonly kid: string }
  | { readonly ok: false; readonly failure: JwtSignatureFailure }

/**
 * Verifies a token's signature against keys by `kid`. Says nothing about its claims, not even
 * `exp`: `checkClaims` does, at each call.
 */
export type JwtVerifier = (token: string, keys: ReadonlyMap<string, VerificationKey>) => JwtSignatureOutcome

/** Verdicts that one process keeps. */
export const VERDICTS_MAX = 10_000

interface Verdict {
  readonly outcome: JwtSignatureOutcome & { readonly ok: true }
  readonly key: KeyObject
  /** Epoch seconds; Infinity without `exp`. */
  readonly expiresAtSec: number
}

/**
 * A verifier that keeps positive verdicts by the SHA-256 of the token, until the token expires or
 * newer ones push it out. A verdict holds only as long as the given keys name the same key object
 * under its `kid`, so that a withdrawn key takes its verdicts along.
 */
export function createJwtVerifier(clock: { nowMs(): number }, verdictsMax: number = VERDICTS_MAX): JwtVerifier {
  const verdicts = new Map<string, Verdict>()
  return (token, keys) => {
    const id = hash('sha256', token, 'base64')
    const kept = verdicts.get(id)
    if (kept && keys.get(kept.outcome.kid)?.key === kept.key && kept.expiresAtSec > clock.nowMs() / 1000) return kept.outcome
    if (kept) verdicts.delete(id)
    const outcome = verifyJwtSignature(token, keys)
    if (!outcome.ok) return outcome
    const { exp } = outcome.claims
    const expiresAtSec = typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY
    const key = keys.get(outcome.kid)?.key
    if (key && expiresAtSec > clock.nowMs() / 1000) {
      verdicts.set(id, { outcome, key, expiresAtSec })
      if (verdicts.size > verdictsMax) verdicts.delete(verdicts.keys().next().value ?? id)
    }
    return outcome
  }
}

/** As the verifier, keeping nothing. */
export function verifyJwtSignature(token: string, keys: ReadonlyMap<string, VerificationKey>): JwtSignatureOutcome {
  const parsed = parseJwt(token)
  if (!parsed.ok) return parsed
  const { header, claims, signingInput, signature } = parsed.jwt
  if (header.crit !== undefined) return refuse({ kind: 'critical' })
  const kid = typeof header.kid === 'string' ? header.kid : null
  const found = kid === null ? undefined : keys.get(kid)
  if (kid === null || !found) return refuse({ kind: 'unknownKey', kid })
  if (header.alg !== found.algorithm) return refuse({ kind: 'algorithm', given: String(header.alg).slice(0, 32) })
  if (!verifySignature(found.algorithm, found.key, signingInput, signature)) return refuse({ kind: 'signature' })
  return { ok: true, claims, kid }
}

function refuse(failure: JwtSignatureFailure): JwtSignatureOutcome {
  return { ok: false, failure }
}
