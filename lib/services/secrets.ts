/** Tokens of the services: how they are made, stored and compared. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { ServicePorts } from './ports'

/** `prefix` followed by 32 random bytes, base64url. */
export function newToken(ports: Pick<ServicePorts, 'random'>, prefix: string): string {
  return prefix + Buffer.from(ports.random.bytes(32)).toString('base64url')
}

/** SHA-256, hex: what is stored of a token. Tokens have 256 random bits, so that a fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Compares in constant time, whatever the lengths. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
