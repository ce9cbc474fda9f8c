import { timingSafeEqual } from 'node:crypto'
import { parseQuery, type QueryParameter } from './canonical-query'
import { getCanonicalRequest } from './canonical-request'
import { checkClaim } from './check-claim'
import { QUERY_PARAMETERS_MAX } from './constants'
import { sha256Hex } from './digest'
import { readHeader } from './headers'
import { type ParsedClaim, parseAuthorizationHeader } from './parse-authorization-header'
import { isPresigned, parsePresignedQuery } from './parse-presigned-query'
import { createSigningKeys, type SigningKeys } from './signing-key'
import { getStringToSign } from './string-to-sign'
import type { SignatureClaim, SignedRequest, SigV4Expectation, SigV4Failure, SigV4Outcome } from './types'

export type SigV4Verifier = (request: SignedRequest, expected: SigV4Expectation) => SigV4Outcome

/**
 * A verifier of Signature Version 4, header and presigned form. It keeps the day's signing keys and
 * nothing else: every signature is computed anew. An Authorization header, whatever it holds, wins
 * over a presigned query.
 */
export function createSigV4Verifier(signingKeys: SigningKeys = createSigningKeys()): SigV4Verifier {
  return (request, expected) => {
    const mark = request.target.indexOf('?')
    const path = mark === -1 ? request.target : request.target.slice(0, mark)
    const query = mark === -1 ? [] : parseQuery(request.target.slice(mark + 1), QUERY_PARAMETERS_MAX + 1)
    if (query.length > QUERY_PARAMETERS_MAX) return refuse({ kind: 'tooLarge', what: 'query' }, null)
    const parsed = readClaim(request.rawHeaders, query)
    if (!parsed.ok) return parsed
    const { claim } = parsed
    const failure = checkClaim(claim, request.rawHeaders, expected)
    if (failure) return refuse(failure, claim)
    const { accessKeyId } = claim.credential
    const found = expected.findSecret(accessKeyId, claim.sessionToken)
    if (!found.ok) return refuse({ kind: found.kind, accessKeyId }, claim)
    return compare(request, { path, query }, claim, signingKeys, found.secret)
  }
}

function readClaim(rawHeaders: readonly string[], query: readonly QueryParameter[]): ParsedClaim {
  const authorization = readHeader(rawHeaders, 'authorization')
  if (authorization.count > 1) return { ok: false, failure: { kind: 'duplicate', name: 'Authorization' }, claim: null }
  if (authorization.value) return parseAuthorizationHeader(authorization.value, rawHeaders)
  if (isPresigned(query)) return parsePresignedQuery(query)
  return { ok: false, failure: { kind: 'missingToken' }, claim: null }
}

function compare(
  request: SignedRequest,
  target: { readonly path: string; readonly query: readonly QueryParameter[] },
  claim: SignatureClaim,
  signingKeys: SigningKeys,
  secret: string,
): SigV4Outcome {
  const payloadHash = sha256Hex(request.body)
  const canonical = getCanonicalRequest({
    method: request.method,
    path: target.path,
    query: target.query,
    unsignedParameter: claim.form === 'query' ? 'X-Amz-Signature' : null,
    rawHeaders: request.rawHeaders,
    signedHeaders: claim.signedHeaders,
    payloadHash,
  })
  const stringToSign = getStringToSign(claim.timestamp, claim.credential, canonical.text)
  const signature = signingKeys(secret, claim.credential).signHex(stringToSign)
  const { accessKeyId } = claim.credential
  const same = isSame(signature, claim.signature)
  if (!same || canonical.missing.length > 0 || !namesPayload(request.rawHeaders, payloadHash)) {
    return refuse({ kind: 'signatureMismatch', accessKeyId, canonicalRequest: canonical.text, stringToSign }, claim)
  }
  return { ok: true, claim, accessKeyId, canonicalRequest: canonical.text, stringToSign }
}

// A signed x-amz-content-sha256 must tell the truth; this also refuses UNSIGNED-PAYLOAD, which only S3 takes.
function namesPayload(rawHeaders: readonly string[], payloadHash: string): boolean {
  const { value } = readHeader(rawHeaders, 'x-amz-content-sha256')
  return value === null || value === payloadHash
}

const SIGNATURE_CHARS = 64
const computedBytes = Buffer.alloc(SIGNATURE_CHARS)
const givenBytes = Buffer.alloc(SIGNATURE_CHARS)

/** In constant time for texts of a signature's length; no signature has another. */
function isSame(computed: string, given: string): boolean {
  if (given.length !== SIGNATURE_CHARS) return false
  computedBytes.write(computed, 'latin1')
  givenBytes.write(given, 'latin1')
  // A character beyond one byte was cut off; once the bytes are equal the text is no secret any more.
  return timingSafeEqual(computedBytes, givenBytes) && computed === given
}

function refuse(failure: SigV4Failure, claim: SignatureClaim | null): SigV4Outcome {
  return { ok: false, failure, claim }
}
