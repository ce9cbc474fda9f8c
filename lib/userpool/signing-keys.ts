import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { SigningKey, UserPool } from '../domain/world'

const generate = promisify(generateKeyPair)

/** Two new RSA keys of 2048 bits, one for ID and one for access tokens, each with a `kid` as Cognito's: base64 of 32 bytes. */
export function generateSigningKeys(): Promise<readonly SigningKey[]> {
  return Promise.all([generateSigningKey('id'), generateSigningKey('access')])
}

async function generateSigningKey(use: SigningKey['use']): Promise<SigningKey> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return {
    kid: randomBytes(32).toString('base64'),
    use,
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicJwk: { n, e },
  }
}

const keyObjects = new WeakMap<SigningKey, KeyObject>()

/** The pool's key for that use, ready to sign with. Throws when the pool has none: it is not in its normal form. */
export function findSigningKey(pool: UserPool, use: SigningKey['use']): { readonly kid: string; readonly key: KeyObject } {
  const signingKey = pool.signingKeys.find((key) => key.use === use)
  if (!signingKey) throw new Error(`User pool ${pool.id} has no key for ${use} tokens.`)
  const key = keyObjects.get(signingKey) ?? createPrivateKey(signingKey.privateKeyPem)
  keyObjects.set(signingKey, key)
  return { kid: signingKey.kid, key }
}
