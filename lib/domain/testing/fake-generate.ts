import type { Generate } from '../workspace/world-context'
import type { World } from '../world'

/** For tests: chance that counts upwards from `start`, and hashes that can be read. */
export function fakeGenerate(start = 0): Generate {
  let counter = start
  return {
    bytes: (count) => {
      counter += 1
      return Uint8Array.from({ length: count }, (_, index) => (counter * 31 + index * (7 + (counter >> 5)) + (counter >> 3)) % 248)
    },
    uuid: () => {
      counter += 1
      return `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`
    },
    signingKeys: () => {
      counter += 1
      return (['id', 'access'] as const).map((use) => ({
        kid: `${use}-${counter}`,
        use,
        privateKeyPem: '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n',
        publicJwk: { n: 'AQAB', e: 'AQAB' },
      }))
    },
    hashPassword: (password) => `scrypt$1$1$1$c2FsdA==$${btoa(password)}`,
    verifyPassword: (password, hash) => hash === `scrypt$1$1$1$c2FsdA==$${btoa(password)}`,
  }
}

export const EMPTY_WORLD: World = { revision: 0, accounts: [], functions: [], userPools: [], apis: [], tests: [] }
