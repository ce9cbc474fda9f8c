import { percentDecodeToBytes } from '../percent-encoding'
import type { QueryParameter } from './canonical-query'
import { ALGORITHM, EXPIRES_SEC_MAX, SIGNED_HEADERS_MAX } from './constants'
import type { ParsedClaim } from './parse-authorization-header'
import { parseCredential, parseSignedHeaders } from './parse-credential'
import { parseTimestamp } from './timestamp'
import type { SigV4Failure } from './types'

const REQUIRED = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-SignedHeaders', 'X-Amz-Date'] as const
const NAMES: ReadonlySet<string> = new Set([...REQUIRED, 'X-Amz-Expires', 'X-Amz-Security-Token'])

/** True when a query claims to carry a signature: any of the parameters that only a signature has. */
export function isPresigned(query: readonly QueryParameter[]): boolean {
  return query.some(({ name }) => name === 'X-Amz-Algorithm' || name === 'X-Amz-Credential' || name === 'X-Amz-Signature')
}

/**
 * Reads the `X-Amz-…` parameters of a presigned URL. Names are case-sensitive. Without X-Amz-Expires
 * the clock window alone bounds the signature.
 * Source: "Authenticating requests: using query parameters".
 */
export function parsePresignedQuery(query: readonly QueryParameter[]): ParsedClaim {
  const values = new Map<string, string>()
  for (const { name, value } of query) {
    if (!NAMES.has(name)) continue
    if (values.has(name)) return refuse({ kind: 'duplicate', name })
    values.set(name, percentDecodeToBytes(value))
  }
  const missing = REQUIRED.filter((name) => !values.get(name))
  if (missing.length > 0) return refuse({ kind: 'missingQueryParameters', missing })
  const algorithm = values.get('X-Amz-Algorithm') ?? ''
  if (algorithm !== ALGORITHM) return refuse({ kind: 'unsupportedAlgorithm', algorithm })
  return buildClaim(values)
}

function buildClaim(values: ReadonlyMap<string, string>): ParsedClaim {
  const timestamp = values.get('X-Amz-Date') ?? ''
  const signedAtMs = parseTimestamp(timestamp)
  if (signedAtMs === null) return refuse({ kind: 'malformedDate', date: timestamp })
  const parsed = parseCredential(values.get('X-Amz-Credential') ?? '')
  if (!parsed.ok) return refuse(parsed.failure)
  const signedHeaders = parseSignedHeaders(values.get('X-Amz-SignedHeaders') ?? '', SIGNED_HEADERS_MAX)
  if (!signedHeaders) return refuse({ kind: 'tooLarge', what: 'X-Amz-SignedHeaders' })
  const expires = values.get('X-Amz-Expires')
  const expiresSec = expires === undefined ? null : parseExpires(expires)
  if (expires !== undefined && expiresSec === null) return refuse({ kind: 'badExpires', value: expires })
  return {
    ok: true,
    claim: {
      form: 'query',
      credential: parsed.credential,
      signedHeaders,
      signature: values.get('X-Amz-Signature') ?? '',
      timestamp,
      signedAtMs,
      expiresSec,
      sessionToken: values.get('X-Amz-Security-Token') ?? null,
    },
  }
}

function parseExpires(text: string): number | null {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) return null
  const seconds = Number(text)
  return seconds <= EXPIRES_SEC_MAX ? seconds : null
}

function refuse(failure: SigV4Failure): ParsedClaim {
  return { ok: false, failure, claim: null }
}
