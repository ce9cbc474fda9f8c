import { hash } from 'node:crypto'

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32

/**
 * A key of HMAC-SHA256 with its padding done, for short texts. Two one-shot hashes make a signature:
 * no native object is born and collected for each request. Source: RFC 2104, section 2.
 */
export class HmacKey {
  #inner: Buffer
  /** `#inner` up to the end of the text last signed: texts of one key are mostly equally long. */
  #message: Buffer
  readonly #outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES)

  /** `key` has 64 bytes at most. */
  constructor(key: Uint8Array) {
    this.#inner = Buffer.alloc(BLOCK_BYTES + 256)
    this.#message = this.#inner
    for (let index = 0; index < BLOCK_BYTES; index++) {
      this.#inner[index] = (key[index] ?? 0) ^ 0x36
      this.#outer[index] = (key[index] ?? 0) ^ 0x5c
    }
  }

  /** Lower-case hex. The text is ASCII. */
  signHex(text: string): string {
    const length = BLOCK_BYTES + text.length
    if (length > this.#inner.length) this.#inner = Buffer.concat([this.#inner], length)
    if (length !== this.#message.length) this.#message = this.#inner.subarray(0, length)
    this.#inner.write(text, BLOCK_BYTES, 'latin1')
    // A digest as text, one character a byte: cheaper than a Buffer of its own.
    this.#outer.write(hash('sha256', this.#message, 'binary'), BLOCK_BYTES, 'latin1')
    return hash('sha256', this.#outer, 'hex')
  }
}
