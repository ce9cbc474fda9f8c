import { CLOCK_WINDOW_SEC } from './constants'
import { findUnsignedAmzHeaders, readHeader } from './headers'
import { formatTimestamp } from './timestamp'
import type { SignatureClaim, SigV4Expectation, SigV4Failure } from './types'

/** Everything that can be refused without knowing the secret: scope, signed headers, clock. */
export function checkClaim(claim: SignatureClaim, rawHeaders: readonly string[], expected: SigV4Expectation): SigV4Failure | null {
  return checkScope(claim, expected) ?? checkHeaders(claim, rawHeaders) ?? checkClock(claim, expected.nowMs)
}

function checkScope({ credential, timestamp }: SignatureClaim, expected: SigV4Expectation): SigV4Failure | null {
  const { service, region } = expected
  if (credential.service !== service) return { kind: 'wrongService', given: credential.service, expected: service }
  if (credential.region !== region) return { kind: 'wrongRegion', given: credential.region, expected: region }
  if (!timestamp.startsWith(`${credential.date}T`)) return { kind: 'scopeDateMismatch', scopeDate: credential.date, timestamp }
  return null
}

function checkHeaders({ signedHeaders }: SignatureClaim, rawHeaders: readonly string[]): SigV4Failure | null {
  if (!signedHeaders.includes('host')) return { kind: 'hostNotSigned' }
  if (readHeader(rawHeaders, 'host').count > 1) return { kind: 'duplicate', name: 'Host' }
  const names = findUnsignedAmzHeaders(rawHeaders, signedHeaders)
  return names.length > 0 ? { kind: 'unsignedHeaders', names } : null
}

function checkClock({ signedAtMs, timestamp, expiresSec }: SignatureClaim, nowMs: number): SigV4Failure | null {
  const nowSec = Math.floor(nowMs / 1000)
  const signedSec = signedAtMs / 1000
  const windowSec = expiresSec ?? CLOCK_WINDOW_SEC
  if (signedSec < nowSec - windowSec) {
    return { kind: 'expired', timestamp, earliest: formatTimestamp((nowSec - windowSec) * 1000), now: formatTimestamp(nowMs), windowSec }
  }
  if (signedSec > nowSec + CLOCK_WINDOW_SEC) {
    return { kind: 'notYetCurrent', timestamp, latest: formatTimestamp((nowSec + CLOCK_WINDOW_SEC) * 1000), now: formatTimestamp(nowMs) }
  }
  return null
}
