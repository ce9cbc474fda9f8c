import { ALGORITHM, AUTHORIZATION_CHARS_MAX, SIGNED_HEADERS_MAX } from './constants'
import { readHeader } from './headers'
import { parseCredential, parseSignedHeaders } from './parse-credential'
import { formatTimestamp, parseDateHeader, parseTimestamp } from './timestamp'
import type { SignatureClaim, SigV4Failure } from './types'

const REQUIRED: readonly string[] = ['Credential', 'Signature', 'SignedHeaders']

export type ParsedClaim =
  | { readonly ok: true; readonly claim: SignatureClaim }
  | { readonly ok: false; readonly failure: SigV4Failure; readonly claim: null }

/**
 * Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` and the date headers.
 * Source: "Authenticating requests: using the Authorization header".
 */
export function parseAuthorizationHeader(header: string, rawHeaders: readonly string[]): ParsedClaim {
  if (header.length > AUTHORIZATION_CHARS_MAX) return refuse({ kind: 'tooLarge', what: 'Authorization' })
  const space = header.indexOf(' ')
  const algorithm = space === -1 ? '' : header.slice(0, space)
  const fields = parseFields(space === -1 ? header : header.slice(space + 1), header)
  if (!fields.ok) return refuse(fields.failure)
  const date = readDate(rawHeaders)
  const missing = REQUIRED.filter((name) => !fields.values.get(name))
  if (date.count === 0) missing.push('date')
  if (missing.length > 0) return refuse({ kind: 'missingParts', missing, header })
  if (algorithm !== ALGORITHM) return refuse({ kind: 'unsupportedAlgorithm', algorithm })
  if (date.count > 1) return refuse({ kind: 'duplicate', name: date.name })
  if (date.ms === null) return refuse({ kind: 'malformedDate', date: date.text })
  return buildClaim(fields.values, rawHeaders, { text: date.text, ms: date.ms })
}

function buildClaim(
  values: ReadonlyMap<string, string>,
  rawHeaders: readonly string[],
  date: { readonly text: string; readonly ms: number },
): ParsedClaim {
  const parsed = parseCredential(values.get('Credential') ?? '')
  if (!parsed.ok) return refuse(parsed.failure)
  const signedHeaders = parseSignedHeaders(values.get('SignedHeaders') ?? '', SIGNED_HEADERS_MAX)
  if (!signedHeaders) return refuse({ kind: 'tooLarge', what: 'SignedHeaders' })
  const token = readHeader(rawHeaders, 'x-amz-security-token')
  if (token.count > 1) return refuse({ kind: 'duplicate', name: 'X-Amz-Security-Token' })
  const claim: SignatureClaim = {
    form: 'header',
    credential: parsed.credential,
    signedHeaders,
    signature: values.get('Signature') ?? '',
    timestamp: date.text.endsWith('Z') ? date.text : formatTimestamp(date.ms),
    signedAtMs: date.ms,
    expiresSec: null,
    sessionToken: token.value,
  }
  return { ok: true, claim }
}

type Fields = { readonly ok: true; readonly values: ReadonlyMap<string, string> } | { readonly ok: false; readonly failure: SigV4Failure }

function parseFields(text: string, header: string): Fields {
  const values = new Map<string, string>()
  let start = 0
  while (start < text.length) {
    const comma = text.indexOf(',', start)
    const end = comma === -1 ? text.length : comma
    const part = text.slice(start, end).trim()
    start = end + 1
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals === -1) return { ok: false, failure: { kind: 'notKeyValue', part, header } }
    const name = part.slice(0, equals)
    if (values.has(name)) return { ok: false, failure: { kind: 'duplicate', name } }
    values.set(name, part.slice(equals + 1))
  }
  return { ok: true, values }
}

function readDate(rawHeaders: readonly string[]) {
  const amz = readHeader(rawHeaders, 'x-amz-date')
  if (amz.value !== null) return { name: 'X-Amz-Date', text: amz.value, count: amz.count, ms: parseTimestamp(amz.value) }
  const plain = readHeader(rawHeaders, 'date')
  return { name: 'Date', text: plain.value ?? '', count: plain.count, ms: parseDateHeader(plain.value ?? '') }
}

function refuse(failure: SigV4Failure): ParsedClaim {
  return { ok: false, failure, claim: null }
}
