import type { ObjectKind } from '../console-api'
import type { Problems } from '../document/problems'
import type { SigningKey } from '../world'

/** What makes new ids, secrets and hashes; chance comes from outside. */
export interface Generate {
  bytes(count: number): Uint8Array
  uuid(): string
  /** Two RSA keys, one for each use. */
  signingKeys(): Promise<readonly SigningKey[]> | readonly SigningKey[]
  hashPassword(password: string): Promise<string> | string
  verifyPassword(password: string, hash: string): Promise<boolean> | boolean
}

export interface ApplyContext {
  readonly mode: 'replace' | 'merge'
  readonly generate: Generate
  readonly problems: Problems
  /** Pointer of each object that the document names, by `placeOf`. */
  readonly places: Map<string, string>
  /** Account that holds each AWS managed policy, by ARN: accounts share one copy. */
  readonly sharedPolicies: Map<string, string>
}

/** Key of `ApplyContext.places`. */
export function placeOf(kind: ObjectKind | 'authorizer', key: string): string {
  return `${kind} ${key}`
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** `AIDA…`, `AROA…`: four letters and 17 of base 32. Source: IAM user guide, unique identifiers. */
export function newIamId(prefix: string, generate: Pick<Generate, 'bytes'>): string {
  return prefix + [...generate.bytes(17)].map((byte) => BASE32[byte % 32]).join('')
}

const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Letters and digits, each chosen evenly. */
export function newSecret(length: number, generate: Pick<Generate, 'bytes'>): string {
  let secret = ''
  while (secret.length < length) {
    for (const byte of generate.bytes(length)) {
      if (byte < 248 && secret.length < length) secret += WORD[byte % 62]
    }
  }
  return secret
}
