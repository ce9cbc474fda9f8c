/** What the server itself reads of a request's headers, in one pass over the raw list. */
export interface RequestHead {
  readonly host: string | null
  /** Name of a header that must be single and is not; null when all are. */
  readonly repeated: string | null
  /** As announced; NaN when it is no number, null when it is absent. */
  readonly contentLength: number | null
  readonly hasTransferEncoding: boolean
  /** Repeated headers joined by commas. */
  readonly forwardedFor: string | undefined
  readonly forwardedProto: string | undefined
  /** True when a Cookie header may hold a cookie of ours. */
  readonly mayHoldOwnCookies: boolean
}

type Mutable = { -readonly [Key in keyof RequestHead]: RequestHead[Key] }

/** Lengths of the names that are looked at: every other header is passed over unread. */
const LENGTHS = new Set([4, 6, 13, 14, 15, 17])

/** `rawHeaders` alternates names and values as received. */
export function readRequestHead(rawHeaders: readonly string[]): RequestHead {
  const head: Mutable = {
    host: null,
    repeated: null,
    contentLength: null,
    hasTransferEncoding: false,
    forwardedFor: undefined,
    forwardedProto: undefined,
    mayHoldOwnCookies: false,
  }
  let authorized = false
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index]!
    if (!LENGTHS.has(given.length)) continue
    const name = given.toLowerCase()
    if (name === 'authorization') {
      if (authorized) head.repeated = name
      authorized = true
    } else take(head, name, rawHeaders[index + 1]!)
  }
  return head
}

function take(head: Mutable, name: string, value: string): void {
  switch (name) {
    case 'host':
      if (head.host !== null) head.repeated = name
      head.host = value
      return
    case 'content-length':
      if (head.contentLength !== null) head.repeated = name
      head.contentLength = Number(value)
      return
    case 'transfer-encoding':
      head.hasTransferEncoding = true
      return
    case 'x-forwarded-for':
      head.forwardedFor = head.forwardedFor === undefined ? value : `${head.forwardedFor},${value}`
      return
    case 'x-forwarded-proto':
      head.forwardedProto = head.forwardedProto === undefined ? value : `${head.forwardedProto},${value}`
      return
    case 'cookie':
      head.mayHoldOwnCookies ||= /gatehouse/i.test(value)
  }
}
