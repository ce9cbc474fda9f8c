import { getCanonicalHeaders } from './canonical-headers'
import { getCanonicalQuery, type QueryParameter } from './canonical-query'
import { getCanonicalUri } from './canonical-uri'

export interface CanonicalRequestParts {
  readonly method: string
  /** Raw path as sent, without the query. */
  readonly path: string
  readonly query: readonly QueryParameter[]
  /** Parameter that is not signed: `X-Amz-Signature` of a presigned URL. */
  readonly unsignedParameter: string | null
  readonly rawHeaders: readonly string[]
  readonly signedHeaders: readonly string[]
  /** Hex SHA-256 of the body. */
  readonly payloadHash: string
}

/**
 * The canonical request, and the signed headers that the request lacks.
 * Source: "Create a signed AWS API request", step 1.
 */
export function getCanonicalRequest(parts: CanonicalRequestParts): { readonly text: string; readonly missing: readonly string[] } {
  const query = parts.query.length === 0 ? '' : getCanonicalQuery(parts.query, parts.unsignedParameter)
  const headers = getCanonicalHeaders(parts.rawHeaders, parts.signedHeaders)
  return {
    text: `${parts.method}\n${getCanonicalUri(parts.path)}\n${query}\n${headers.text}\n${parts.signedHeaders.join(';')}\n${parts.payloadHash}`,
    missing: headers.missing,
  }
}
