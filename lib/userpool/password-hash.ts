import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { hashSlots } from './hash-slots'

/** Source: OWASP Password Storage Cheat Sheet, scrypt: N = 2^14, r = 8, p = 5 (16 MiB). */
const COST = { N: 16_384, r: 8, p: 5 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

/** What a hash that was brought along may cost at most. */
const COST_MAX = { N: 131_072, r: 16, p: 16, memoryBytes: 128 * 1024 * 1024 } as const

/** Source: Cognito, PasswordType: at most 256 characters. */
export const PASSWORD_CHARS_MAX = 256

const PATTERN = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9+/]{1,128}={0,2})\$([A-Za-z0-9+/]{1,128}={0,2})$/

/** `scrypt$N$r$p$salt$hash`, salt and hash base64. Takes about 0.2 s of one core; waits while two others run. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await hashSlots.run(() => derive(password, salt, HASH_BYTES, COST))
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** True when the password is the one that was hashed; false also for a hash that cannot be read. Waits while two others run. */
export function verifyPassword(password: string, hash: string): Promise<boolean> {
  return hashSlots.run(() => comparePassword(password, hash))
}

/** As `verifyPassword`, at once: for callers that hold a hash slot. */
export async function comparePassword(password: string, hash: string): Promise<boolean> {
  const parsed = parseHash(hash)
  if (!parsed || password.length > PASSWORD_CHARS_MAX) return false
  return timingSafeEqual(await derive(password, parsed.salt, parsed.hash.length, parsed.cost), parsed.hash)
}

/** True for text in the form of `hashPassword` within the bounds that `verifyPassword` accepts. */
export function isPasswordHash(text: string): boolean {
  return parseHash(text) !== null
}

/** The hash of no password, at the usual cost: compared with when there is no user, so that it takes as long. */
export const DECOY_HASH = `scrypt$${COST.N}$${COST.r}$${COST.p}$${randomBytes(SALT_BYTES).toString('base64')}$${randomBytes(HASH_BYTES).toString('base64')}`

type Cost = Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>

function parseHash(text: string): { readonly cost: Cost; readonly salt: Buffer; readonly hash: Buffer } | null {
  const part = PATTERN.exec(text)
  if (!part) return null
  const cost = { N: Number(part[1]), r: Number(part[2]), p: Number(part[3]) }
  const isPowerOfTwo = cost.N > 1 && (cost.N & (cost.N - 1)) === 0
  if (!isPowerOfTwo || cost.N > COST_MAX.N || cost.r < 1 || cost.r > COST_MAX.r || cost.p < 1 || cost.p > COST_MAX.p) return null
  if (128 * cost.N * cost.r > COST_MAX.memoryBytes) return null
  const hash = Buffer.from(part[5] ?? '', 'base64')
  return hash.length < 16 ? null : { cost, salt: Buffer.from(part[4] ?? '', 'base64'), hash }
}

function derive(password: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, { ...cost, maxmem: 2 * COST_MAX.memoryBytes }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
