/** Cookies of the console, the hosted sign-in and the pools never reach the gateway's pipeline. */

const OWN = /^(?:__Host-|__Secure-)?gatehouse/i

/**
 * Returns the raw headers without our own cookies: a Cookie header that held nothing else disappears,
 * one without our cookies stays byte for byte, and so does the array itself when nothing changed.
 */
export function withoutOwnCookies(rawHeaders: readonly string[]): readonly string[] {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (isCookie(rawHeaders[index]!) && /gatehouse/i.test(rawHeaders[index + 1]!)) return strip(rawHeaders)
  }
  return rawHeaders
}

function strip(rawHeaders: readonly string[]): string[] {
  const kept: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!
    const value = rawHeaders[index + 1]!
    if (!isCookie(name) || !/gatehouse/i.test(value)) {
      kept.push(name, value)
      continue
    }
    const cookies = value.split(';').filter((cookie) => !OWN.test(cookie.trim()))
    if (cookies.some((cookie) => cookie.trim() !== '')) kept.push(name, cookies.join(';').trim())
  }
  return kept
}

function isCookie(name: string): boolean {
  return name.length === 6 && name.toLowerCase() === 'cookie'
}
