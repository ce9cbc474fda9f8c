import { percentEncode } from '../percent-encoding'
import { getCanonicalQuery, parseQuery } from './canonical-query'
import { getCanonicalRequest } from './canonical-request'
import { ALGORITHM, QUERY_PARAMETERS_MAX } from './constants'
import { sha256Hex } from './digest'
import { deriveSigningKey } from './signing-key'
import { getCredentialScope, getStringToSign } from './string-to-sign'
import { formatTimestamp } from './timestamp'
import type { CredentialScope } from './types'

export interface RequestToSign {
  readonly method: string
  /** Origin form, already percent-encoded as it will be sent. */
  readonly target: string
  /** Must hold `Host`. All of them are signed. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array | string
}

export interface SigningOptions {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly region: string
  readonly service: string
  readonly nowMs: number
}

/** The headers to add to the request: X-Amz-Date, X-Amz-Security-Token where there is one, Authorization. */
export function signRequest(request: RequestToSign, options: SigningOptions): readonly (readonly [string, string])[] {
  const timestamp = formatTimestamp(options.nowMs)
  const added: [string, string][] = [['X-Amz-Date', timestamp]]
  if (options.sessionToken) added.push(['X-Amz-Security-Token', options.sessionToken])
  const rawHeaders = [...request.headers, ...added].flat()
  const credential = toScope(options, timestamp)
  const { signature, signedHeaders } = computeSignature(request, rawHeaders, credential, timestamp, options.secretAccessKey)
  const value = `${ALGORITHM} Credential=${credential.accessKeyId}/${getCredentialScope(credential)}, SignedHeaders=${signedHeaders}, Signature=${signature}`
  return [...added, ['Authorization', value]]
}

/** The target with the signature in its query, good for `expiresSec`. */
export function presignRequest(request: RequestToSign, options: SigningOptions & { readonly expiresSec: number }): string {
  const timestamp = formatTimestamp(options.nowMs)
  const credential = toScope(options, timestamp)
  const rawHeaders = request.headers.flat()
  const parameters: [string, string][] = [
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', `${credential.accessKeyId}/${getCredentialScope(credential)}`],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Expires', String(options.expiresSec)],
    ['X-Amz-SignedHeaders', namesOf(rawHeaders).join(';')],
  ]
  if (options.sessionToken) parameters.push(['X-Amz-Security-Token', options.sessionToken])
  const query = parameters.map(([name, value]) => `${name}=${percentEncode(value)}`).join('&')
  const target = `${request.target}${request.target.includes('?') ? '&' : '?'}${query}`
  const { signature } = computeSignature({ ...request, target }, rawHeaders, credential, timestamp, options.secretAccessKey)
  return `${target}&X-Amz-Signature=${signature}`
}

/** Query string of pairs, in canonical encoding and order. */
export function formatQuery(pairs: readonly (readonly [string, string])[]): string {
  return getCanonicalQuery(pairs.map(([name, value]) => ({ name: percentEncode(name), value: percentEncode(value) })))
}

function computeSignature(
  request: RequestToSign,
  rawHeaders: readonly string[],
  credential: CredentialScope,
  timestamp: string,
  secret: string,
): { readonly signature: string; readonly signedHeaders: string } {
  const signedHeaders = namesOf(rawHeaders)
  const mark = request.target.indexOf('?')
  const canonical = getCanonicalRequest({
    method: request.method,
    path: mark === -1 ? request.target : request.target.slice(0, mark),
    query: mark === -1 ? [] : parseQuery(request.target.slice(mark + 1), QUERY_PARAMETERS_MAX),
    unsignedParameter: null,
    rawHeaders,
    signedHeaders,
    payloadHash: sha256Hex(typeof request.body === 'string' ? Buffer.from(request.body, 'utf8') : request.body),
  })
  const stringToSign = getStringToSign(timestamp, credential, canonical.text)
  return { signature: deriveSigningKey(secret, credential).signHex(stringToSign), signedHeaders: signedHeaders.join(';') }
}

function namesOf(rawHeaders: readonly string[]): string[] {
  return [...new Set(rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()))].sort()
}

function toScope(options: SigningOptions, timestamp: string): CredentialScope {
  return { accessKeyId: options.accessKeyId, date: timestamp.slice(0, 8), region: options.region, service: options.service }
}
