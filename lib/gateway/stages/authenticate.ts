import { describeSigV4Failure, type SigV4Failure } from '../../protocol/sigv4'
import { type DetailRow, type Exchange, PASS, type Refusal, refuse, SKIP, type StageResult } from '../exchange'
import { injectIamCaller } from '../injected-caller'
import { presentedAuthorization } from '../presented-signature'
import type { ReasonCode } from '../reasons/reason-code'
import type { CompiledAccessKey } from '../snapshot'
import type { Stage, StageEnv } from './stage'

/** Verifies the signature of a call to an AWS_IAM method, over the raw target as the client signed it. */
export const authenticateStage: Stage = {
  name: 'authenticate',
  run(x, env) {
    if (x.route!.auth.type !== 'AWS_IAM') return SKIP
    if (x.injected?.type === 'iam') return injectIamCaller(x, x.injected)
    return verifyCaller(x, env)
  },
  tell(x, result) {
    if (result.outcome === 'skip') return { why: 'the method is not AWS_IAM' }
    if (result.outcome === 'fail') return { why: result.note ?? 'not authenticated', detail: result.detail }
    const { principal, accessKeyId, session } = x.iam!
    const rows: DetailRow[] = [{ label: 'Principal', value: principal.arn }]
    if (accessKeyId) rows.push({ label: 'Access key', value: shortKey(accessKeyId) })
    const how = accessKeyId ? `long-term key ${shortKey(accessKeyId)}` : session ? `session ${session.name}` : 'injected, no key was used'
    return { why: `${principal.name}, ${how}`, detail: rows }
  },
}

function verifyCaller(x: Exchange, env: StageEnv): StageResult {
  const { request, head } = x
  const keys = x.snapshot.accessKeys
  let found: CompiledAccessKey | undefined
  const authorization = presentedAuthorization(x)
  const outcome = env.verifySigV4(
    {
      method: request.method,
      target: originForm(x),
      rawHeaders: authorization === head.authorization ? request.rawHeaders : [...request.rawHeaders, 'Authorization', authorization ?? ''],
      body: request.body,
    },
    {
      service: 'execute-api',
      region: x.api!.api.region,
      nowMs: x.atMs,
      findSecret: (accessKeyId, sessionToken) => {
        found = keys.get(accessKeyId)
        // Long-term keys have no session: a token beside one was made for something else.
        return found?.key.active && sessionToken === null ? { ok: true, secret: found.key.secret } : { ok: false, kind: 'unknownKey' }
      },
    },
  )
  if (!outcome.ok) return refuseSignature(outcome.failure, found)
  x.iam = { principal: found!.principal, accessKeyId: outcome.accessKeyId, session: null }
  return PASS
}

function originForm(x: Exchange): string {
  const { authority, path, query } = x.target!
  if (authority === null) return x.request.target
  return query === '' ? path : `${path}?${query}`
}

const CODES: Partial<Record<SigV4Failure['kind'], ReasonCode>> = {
  missingToken: 'MISSING_AUTHENTICATION_TOKEN',
  unknownKey: 'UNKNOWN_ACCESS_KEY',
  expiredToken: 'EXPIRED_TOKEN',
  signatureMismatch: 'SIGNATURE_MISMATCH',
  expired: 'SIGNATURE_EXPIRED',
  notYetCurrent: 'SIGNATURE_NOT_YET_CURRENT',
  wrongRegion: 'WRONG_REGION',
  wrongService: 'WRONG_SERVICE',
}

function refuseSignature(failure: SigV4Failure, found: CompiledAccessKey | undefined): Refusal {
  const { name, message } = describeSigV4Failure(failure)
  const code = CODES[failure.kind] ?? (name === 'IncompleteSignatureException' ? 'INCOMPLETE_SIGNATURE' : 'INVALID_SIGNATURE')
  return refuse(code, { message, note: tellFailure(failure, found), detail: detailOf(failure) })
}

/** For people, with nothing of the header's own text in it. */
function tellFailure(failure: SigV4Failure, found: CompiledAccessKey | undefined): string {
  switch (failure.kind) {
    case 'missingToken':
      return 'the request has no signature'
    case 'unknownKey':
      if (!found) return `the access key ${shortKey(failure.accessKeyId)} does not exist`
      return found.key.active
        ? `the access key ${shortKey(failure.accessKeyId)} is a long-term key, and a session token was sent with it`
        : `the access key ${shortKey(failure.accessKeyId)} of ${found.principal.name} is inactive`
    case 'signatureMismatch':
      return `access key ${shortKey(failure.accessKeyId)}${found ? ` of ${found.principal.name}` : ''}`
    case 'expired':
      return `it was signed at ${failure.timestamp}, and accepted is ${failure.earliest} or later`
    case 'notYetCurrent':
      return `it was signed at ${failure.timestamp}, and accepted is ${failure.latest} or earlier`
    case 'wrongRegion':
    case 'wrongService':
      return `${failure.given.slice(0, 64)} instead of ${failure.expected}`
    case 'notKeyValue':
      return 'the Authorization header is no AWS4-HMAC-SHA256 header'
    case 'missingParts':
      return `the Authorization header lacks ${failure.missing.join(', ')}`
    default:
      return INCOMPLETE_NOTES.get(failure.kind) ?? 'its parts are malformed'
  }
}

const INCOMPLETE_NOTES = new Map<SigV4Failure['kind'], string>([
  ['missingQueryParameters', 'the presigned query is not complete'],
  ['duplicate', 'a part of it is sent twice'],
  ['tooLarge', 'it is too large'],
  ['unsupportedAlgorithm', 'its algorithm is not AWS4-HMAC-SHA256'],
  ['malformedCredential', 'its Credential does not have five parts'],
  ['malformedDate', 'its date is not in ISO 8601 basic format'],
  ['badExpires', 'X-Amz-Expires is not between 1 and 604800'],
  ['scopeDateMismatch', 'the date of its scope is not the day it was signed'],
  ['wrongTerminator', 'its scope does not end in aws4_request'],
  ['hostNotSigned', 'the header Host is not signed'],
  ['unsignedHeaders', 'x-amz-… headers were sent without being signed'],
])

function detailOf(failure: SigV4Failure): readonly DetailRow[] {
  if (failure.kind !== 'signatureMismatch') return []
  return [
    { label: 'Canonical request', value: redact(failure.canonicalRequest), preformatted: true },
    { label: 'String to sign', value: failure.stringToSign, preformatted: true },
  ]
}

function redact(canonicalRequest: string): string {
  return canonicalRequest.replace(/^((?:x-amz-security-token|cookie|authorization):).*$/gm, '$1[redacted]')
}

/** `AKIAIOSF…MPLE`: enough to recognise, too little to use. */
export function shortKey(accessKeyId: string): string {
  return accessKeyId.length > 12 ? `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}` : accessKeyId
}
