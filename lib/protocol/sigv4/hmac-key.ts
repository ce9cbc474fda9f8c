import { hash } from 'node:crypto'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32

/**
 * A key of HMAC-SHA256 with its padding done, for short texts. Two one-shot hashes make a signature:
 * no native object is born and collected for each request. Source: RFC 2104, section 2.
 */
export class HmacKey {
  #inner: Buffer
  readonly #outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES)

  /** `key` has 64 bytes at most. */
  constructor(key: Uint8Array) {
    this.#inner = Buffer.alloc(BLOCK_BYTES + 256)
    for (let index = 0; index < BLOCK_BYTES; index++) {
      this.#inner[index] = (key[index] ?? 0) ^ 0x36
      this.#outer[index] = (key[index] ?? 0) ^ 0x5c
    }
  }

  /** Lower-case hex. The text is ASCII. */
  signHex(text: string): string {
    if (BLOCK_BYTES + text.length > this.#inner.length) this.#inner = Buffer.concat([this.#inner], BLOCK_BYTES + text.length)
    const bytes = this.#inner.write(text, BLOCK_BYTES, 'latin1')
    hash('sha256', this.#inner.subarray(0, BLOCK_BYTES + bytes), 'buffer').copy(this.#outer, BLOCK_BYTES)
    return hash('sha256', this.#outer, 'hex')
  }
}
