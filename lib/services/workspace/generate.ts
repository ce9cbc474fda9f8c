import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Generate } from '../../domain'
import type { SigningKey } from '../../domain/world'
import type { ServicePorts } from '../ports'

/** What new objects of a document need from outside: chance, keys and password hashes. */
export function createGenerate({ random, passwords }: Pick<ServicePorts, 'random' | 'passwords'>): Generate {
  return {
    bytes: (count) => random.bytes(count),
    uuid: () => random.uuid(),
    signingKeys: async () => [await newSigningKey(random, 'id'), await newSigningKey(random, 'access')],
    hashPassword: (password) => passwords.hash(password),
    verifyPassword: (password, hash) => passwords.verify(password, hash),
  }
}

/** RSA 2048, as Cognito's keys for RS256. */
async function newSigningKey(random: ServicePorts['random'], use: SigningKey['use']): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' })
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { kid: Buffer.from(random.bytes(33)).toString('base64url'), use, privateKeyPem, publicJwk: { n: n!, e: e! } }
}
