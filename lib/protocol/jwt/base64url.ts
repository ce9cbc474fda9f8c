const ALPHABET = /^[A-Za-z0-9_-]*$/
/** Last characters that leave no stray bits, by length modulo 4. */
const LAST_OF_TWO = /[AQgw]$/
const LAST_OF_THREE = /[AEIMQUYcgkosw048]$/

/**
 * The bytes of unpadded base64url; null for another alphabet, padding, a length that cannot be, or
 * stray bits at the end, so that no two texts mean the same bytes. Source: RFC 4648, sections 3.5 and 5.
 */
export function decodeBase64Url(text: string): Buffer | null {
  if (!ALPHABET.test(text)) return null
  const rest = text.length % 4
  if (rest === 1) return null
  if (rest === 2 && !LAST_OF_TWO.test(text)) return null
  if (rest === 3 && !LAST_OF_THREE.test(text)) return null
  return Buffer.from(text, 'base64url')
}
