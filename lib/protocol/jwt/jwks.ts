import { createPublicKey, type KeyObject } from 'node:crypto'
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

/** Source: RFC 7518, section 3.3. */
const MODULUS_BITS_MIN = 2048

/**
 * The keys of a set by `kid`, ready to verify with; one that cannot be used, or is too short to be
 * trusted, is left out. Make it once and keep it: the verifier's cache goes by identity.
 */
export function importRsaKeys(
  keys: readonly { readonly kid: string; readonly n: string; readonly e: string }[],
): ReadonlyMap<string, VerificationKey> {
  const imported = new Map<string, VerificationKey>()
  for (const { kid, n, e } of keys) {
    const key = importRsaKey(n, e)
    if (key) imported.set(kid, { kid, algorithm: 'RS256', key })
  }
  return imported
}

function importRsaKey(n: string, e: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
    return modulusLength >= MODULUS_BITS_MIN && publicExponent > 1n ? key : null
  } catch {
    return null
  }
}
