import { createPublicKey } from 'node:crypto'
import type { VerificationKey } from './verify-jwt'

/** An RSA public key for signatures. Source: RFC 7517, section 4; RFC 7518, section 6.3.1. */
export interface RsaJwk {
  readonly alg: 'RS256'
  readonly e: string
  readonly kid: string
  readonly kty: 'RSA'
  readonly n: string
  readonly use: 'sig'
}

/** A JSON Web Key Set of RS256 keys, `n` and `e` base64url. */
export function buildJwks(keys: readonly { readonly kid: string; readonly n: string; readonly e: string }[]): {
  readonly keys: readonly RsaJwk[]
} {
  return { keys: keys.map(({ kid, n, e }) => ({ alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' })) }
}

/** The keys of a set by `kid`, ready to verify with. Make it once and keep it: the verifier's cache goes by identity. */
export function importRsaKeys(
  keys: readonly { readonly kid: string; readonly n: string; readonly e: string }[],
): ReadonlyMap<string, VerificationKey> {
  return new Map(
    keys.map(({ kid, n, e }) => [
      kid,
      { kid, algorithm: 'RS256', key: createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }) } satisfies VerificationKey,
    ]),
  )
}
