/** One pass over the raw headers: what every request needs, and whether they are sound. */

export interface Head {
  readonly host: string | null
  readonly authorization: string | null
  readonly userAgent: string | null
  readonly referer: string | null
  /** `x-gatehouse-explain: 1` was sent. */
  readonly explain: boolean
  /** The browser fetches a service worker's script. */
  readonly serviceWorker: boolean
  readonly problem: 'duplicate' | 'character' | 'tooLarge' | null
}

/** Sum of all names and values; Source: API Gateway quotas, "Total combined size of … header values". */
export const HEADER_BYTES_MAX = 10_240

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** Reads alternating names and values. Never throws: what is wrong is in `problem`. */
export function readHead(rawHeaders: readonly string[]): Head {
  const head: { -readonly [K in keyof Head]: Head[K] } = {
    host: null,
    authorization: null,
    userAgent: null,
    referer: null,
    explain: false,
    serviceWorker: false,
    problem: rawHeaders.length % 2 === 0 ? null : 'character',
  }
  let bytes = 0
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!
    const value = rawHeaders[index + 1]!
    bytes += value.length
    if (!TOKEN.test(name) || !VALUE.test(value)) head.problem = 'character'
    else note(head, name, value)
  }
  if (bytes > HEADER_BYTES_MAX) head.problem ??= 'tooLarge'
  return head
}

/** The length decides first, so that most names are never put in lower case. */
function note(head: { -readonly [K in keyof Head]: Head[K] }, name: string, value: string): void {
  switch (name.length) {
    case 4:
      if (name.toLowerCase() !== 'host') return
      if (head.host !== null) head.problem = 'duplicate'
      head.host = value
      return
    case 7:
      if (name.toLowerCase() === 'referer') head.referer ??= value
      return
    case 10:
      if (name.toLowerCase() === 'user-agent') head.userAgent ??= value
      return
    case 13:
      if (name.toLowerCase() !== 'authorization') return
      if (head.authorization !== null) head.problem = 'duplicate'
      head.authorization = value
      return
    case 14:
      if (name.toLowerCase() === 'service-worker') head.serviceWorker = value.trim().toLowerCase() === 'script'
      return
    case 19:
      if (name.toLowerCase() === 'x-gatehouse-explain') head.explain = value.trim() === '1'
      return
  }
}

/** First value of a header, `lowerName` in lower case; null when it was not sent. */
export function findHeader(rawHeaders: readonly string[], lowerName: string): string | null {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) return rawHeaders[index + 1]!
  }
  return null
}
