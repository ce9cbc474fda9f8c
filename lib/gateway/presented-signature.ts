import { describeSigV4Failure, type SigV4Failure, type SigV4Verifier } from '../protocol/sigv4'
import type { Exchange } from './exchange'

/** Stands for the token of a caller that was injected: no credential is made for an evaluation. */
const TOKEN_PLACEHOLDER = 'Bearer <token>'

/** The Authorization header as the gateway would be given it; null when there is none. */
export function presentedAuthorization(x: Exchange): string | null {
  return x.injected?.type === 'poolUser' ? (x.head.authorization ?? TOKEN_PLACEHOLDER) : x.head.authorization
}

/** What is wrong with an Authorization header read as a signature; null when it is one, or when there is none. */
export function findIncompleteSignature(x: Exchange, verify: SigV4Verifier): SigV4Failure | null {
  const authorization = presentedAuthorization(x)
  if (authorization === null || authorization === '') return null
  const rawHeaders = x.head.authorization === null ? [...x.request.rawHeaders, 'Authorization', authorization] : x.request.rawHeaders
  const outcome = verify(
    { method: x.request.method, target: `${x.target!.path}?${x.rawQuery}`, rawHeaders, body: x.request.body },
    { service: 'execute-api', region: x.api!.api.region, nowMs: x.atMs, findSecret: () => ({ ok: false, kind: 'unknownKey' }) },
  )
  if (outcome.ok) return null
  return describeSigV4Failure(outcome.failure).name === 'IncompleteSignatureException' ? outcome.failure : null
}
