/**
 * The path form shares the console's origin, so an answer that comes through it is taken the power to
 * act there: no script with the origin's rights, no service worker, no cookie of ours, none beyond its
 * own path. The host form has an origin of its own and needs none of this.
 */
type Headers = readonly (readonly [string, string])[]

/** Headers that speak for a whole origin, which is not the upstream's. */
const DROPPED = new Set([
  'service-worker-allowed',
  'clear-site-data',
  'set-cookie2',
  'strict-transport-security',
  'alt-svc',
  'nel',
  'report-to',
  'accept-ch',
  'set-login',
  'x-content-type-options',
])
/** A name of another length is none of those, in whatever case. */
const LENGTHS = new Set([...DROPPED, 'set-cookie'].map((name) => name.length))
const OWN_COOKIE = /^(?:__host-|__secure-)?gatehouse/i

const SANDBOX = ['Content-Security-Policy', 'sandbox'] as const
const NO_SNIFFING = ['X-Content-Type-Options', 'nosniff'] as const

/** Returns the headers as they may leave on the path form; `path` is `/gateway/{api}/{stage}`. */
export function isolateHeaders(headers: Headers, path: string): (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = []
  for (const header of headers) {
    const [name, value] = header
    if (!LENGTHS.has(name.length)) {
      kept.push(header)
      continue
    }
    const lower = name.toLowerCase()
    if (DROPPED.has(lower)) continue
    if (lower === 'set-cookie') {
      const cookie = confineCookie(value, path)
      if (cookie !== null) kept.push([name, cookie])
    } else {
      kept.push(header)
    }
  }
  // Policies add up: a second Content-Security-Policy header can only take away.
  kept.push(SANDBOX, NO_SNIFFING)
  return kept
}

/** The cookie confined to `path` without Domain, or null when it may not be set at all. */
function confineCookie(setCookie: string, path: string): string | null {
  const parts = setCookie.split(';')
  const pair = parts[0]!.trim()
  const equals = pair.indexOf('=')
  // A cookie without a name is sent back as its bare value, which may read `gatehouse…=…`.
  if (equals < 1) return null
  if (OWN_COOKIE.test(pair)) return null
  const attributes = parts.slice(1).map((part) => part.trim())
  const others = attributes.filter((part) => part !== '' && !isAttribute(part, 'path') && !isAttribute(part, 'domain'))
  return [pair, ...others, `Path=${path}`].join('; ')
}

function isAttribute(part: string, attribute: string): boolean {
  const equals = part.indexOf('=')
  return (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase() === attribute
}
