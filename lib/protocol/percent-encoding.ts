const UNRESERVED = /^[A-Za-z0-9\-._~]*$/
const ESCAPES = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)

/** Unreserved characters of RFC 3986, section 2.3, by code. */
const IS_UNRESERVED = Uint8Array.from({ length: 256 }, (_, code) => (UNRESERVED.test(String.fromCharCode(code)) ? 1 : 0))

export function isUnreservedText(text: string): boolean {
  return UNRESERVED.test(text)
}

export function isUnreserved(code: number): boolean {
  return code < 256 && IS_UNRESERVED[code] === 1
}

/** Every byte but the unreserved ones as `%XX`, upper case. Characters are bytes; any above 255 count as their UTF-8 bytes. */
export function percentEncode(text: string): string {
  if (UNRESERVED.test(text)) return text
  const bytes = toByteString(text)
  let out = ''
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i)
    out += IS_UNRESERVED[code] === 1 ? bytes[i] : ESCAPES[code]
  }
  return out
}

/** The bytes that `%XX` stand for, one character each; anything that is no escape stays. Never fails. */
export function percentDecodeToBytes(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Text whose characters are bytes: unchanged if it is already, else the UTF-8 bytes of the text. */
export function toByteString(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0xff) return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  }
  return text
}
