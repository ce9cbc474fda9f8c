import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

export type KeyPurpose = 'storage' | 'sessions' | 'sts'

const FORMAT = 'gh1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Returns 32 bytes for one purpose; the key of one purpose tells nothing about another's. Source: RFC 5869 (HKDF-SHA256). */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'gatehouse', `gatehouse/${purpose}/1`, 32))
}

/** Lower-case hex SHA-256, for texts and for tokens that are kept only so. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

interface StorageKey {
  /** Names the key without telling it: 8 hex digits. */
  readonly id: string
  readonly key: Buffer
}

/** What binds a sealed text to its place: moved to another row or column it does not open. */
export type Place = readonly [column: string, ...id: string[]]

/**
 * Seals secrets for the database: AES-256-GCM under HKDF(GATEHOUSE_SECRET), with column and row id as
 * associated data. Text form: `gh1.<key id>.<base64url of nonce, ciphertext, tag>`.
 */
export class SecretBox {
  readonly #current: StorageKey
  readonly #keys: ReadonlyMap<string, StorageKey>

  constructor(secret: string, previousSecret: string | null = null) {
    this.#current = storageKey(secret)
    const previous = previousSecret === null ? [] : [storageKey(previousSecret)]
    this.#keys = new Map([...previous, this.#current].map((key) => [key.id, key]))
  }

  seal(plain: string, place: Place): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#current.key, nonce).setAAD(associatedData(place))
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${FORMAT}.${this.#current.id}.${sealed.toString('base64url')}`
  }

  /** @throws Error when the text was sealed under another secret, for another place, or was altered. */
  open(sealed: string, place: Place): string {
    const [format, keyId, body] = sealed.split('.')
    const key = this.#keys.get(keyId ?? '')
    if (format !== FORMAT || key === undefined || body === undefined) throw new Error(`No key opens ${place[0]}.`)
    const bytes = Buffer.from(body, 'base64url')
    const tagStart = bytes.length - TAG_BYTES
    if (tagStart < NONCE_BYTES) throw new Error(`The sealed text of ${place[0]} is cut short.`)
    const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(associatedData(place))
      .setAuthTag(bytes.subarray(tagStart))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagStart)), decipher.final()]).toString('utf8')
  }

  /** True when the text is sealed under a secret that is no longer the current one. */
  isOutdated(sealed: string): boolean {
    return sealed.split('.')[1] !== this.#current.id
  }
}

function storageKey(secret: string): StorageKey {
  const key = deriveKey(secret, 'storage')
  return { id: createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8), key }
}

/** Length-prefixed, so that no two places read the same. */
function associatedData(place: Place): Buffer {
  return Buffer.from(place.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''))
}
