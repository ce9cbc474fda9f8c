const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?$/

/** The bytes of a base64 text, one character each, or null when it is not base64. Source: RFC 4648, section 4. */
export function parseBinary(text: string): string | null {
  if (!BASE64.test(text)) return null
  let bytes = ''
  let bits = 0
  let bitCount = 0
  for (const char of text) {
    if (char === '=') break
    bits = ((bits << 6) | ALPHABET.indexOf(char)) & 0xffff
    bitCount += 6
    if (bitCount >= 8) {
      bitCount -= 8
      bytes += String.fromCharCode((bits >> bitCount) & 0xff)
    }
  }
  return bytes
}
