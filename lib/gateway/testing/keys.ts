/** Keys of the test world: made anew in each process, never stored. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { SigningKey } from '../../domain/world'

export interface TestKey {
  readonly privateKey: KeyObject
  readonly signingKey: SigningKey
}

export function makeKey(kid: string, use: 'id' | 'access'): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const privateKeyPem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return { privateKey, signingKey: { kid, use, privateKeyPem, publicJwk: { n, e } } }
}

export const ID_KEY = makeKey('kid-id', 'id')
export const ACCESS_KEY = makeKey('kid-access', 'access')
/** Signs for no pool of the world. */
export const FOREIGN_KEY = makeKey('kid-foreign', 'id')
