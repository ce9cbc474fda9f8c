import { createHmac } from 'node:crypto'
import { SIGNING_KEYS_MAX, TERMINATOR } from './constants'
import { HmacKey } from './hmac-key'
import { getCredentialScope } from './string-to-sign'
import type { CredentialScope } from './types'

/** Source: "Create a signed AWS API request", step 4. */
export function deriveSigningKey(secret: string, { date, region, service }: CredentialScope): HmacKey {
  const dateKey = hmac(`AWS4${secret}`, date)
  return new HmacKey(hmac(hmac(hmac(dateKey, region), service), TERMINATOR))
}

export type SigningKeys = (secret: string, credential: CredentialScope) => HmacKey

/**
 * Derives signing keys and keeps the latest used. An entry serves only the secret it was derived
 * from, so that a replaced secret takes effect at once.
 */
export function createSigningKeys(max: number = SIGNING_KEYS_MAX): SigningKeys {
  const kept = new Map<string, { secret: string; key: HmacKey }>()
  return (secret, credential) => {
    const id = `${credential.accessKeyId}/${getCredentialScope(credential)}`
    const found = kept.get(id)
    if (found?.secret === secret) return found.key
    const key = deriveSigningKey(secret, credential)
    kept.delete(id)
    kept.set(id, { secret, key })
    if (kept.size > max) kept.delete(kept.keys().next().value ?? id)
    return key
  }
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
