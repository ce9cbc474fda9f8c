import { CLOCK_WINDOW_SEC } from './constants'
import type { SigV4Failure } from './types'

export interface SigV4Error {
  /** AWS's exception name, as in x-amzn-errortype. */
  readonly name:
    | 'MissingAuthenticationTokenException'
    | 'IncompleteSignatureException'
    | 'InvalidSignatureException'
    | 'UnrecognizedClientException'
    | 'ExpiredTokenException'
  /** AWS's text. Some quote the Authorization header: for the caller only, never for a log. */
  readonly message: string
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. ' +
  'Consult the service documentation for details.'

/** What AWS answers to a refused signature: the exception and its text. */
export function describeSigV4Failure(failure: SigV4Failure): SigV4Error {
  switch (failure.kind) {
    case 'missingToken':
      return { name: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' }
    case 'unknownKey':
      return { name: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' }
    case 'expiredToken':
      return { name: 'ExpiredTokenException', message: 'The security token included in the request is expired' }
    case 'notKeyValue':
    case 'missingParts':
    case 'missingQueryParameters':
    case 'duplicate':
    case 'tooLarge':
    case 'unsupportedAlgorithm':
    case 'malformedCredential':
    case 'malformedDate':
    case 'badExpires':
      return { name: 'IncompleteSignatureException', message: describeIncomplete(failure) }
    default:
      return { name: 'InvalidSignatureException', message: describeInvalid(failure) }
  }
}

type Incomplete = Extract<
  SigV4Failure,
  {
    kind:
      | 'notKeyValue'
      | 'missingParts'
      | 'missingQueryParameters'
      | 'duplicate'
      | 'tooLarge'
      | 'unsupportedAlgorithm'
      | 'malformedCredential'
      | 'malformedDate'
      | 'badExpires'
  }
>

function describeIncomplete(failure: Incomplete): string {
  switch (failure.kind) {
    case 'notKeyValue':
      return `'${failure.part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${failure.header}'.`
    case 'missingParts':
      return `${failure.missing.map(describeMissingPart).join(' ')} Authorization=${failure.header}`
    case 'missingQueryParameters':
      return `${failure.missing.map((name) => `AWS query-string parameters must include '${name}'.`).join(' ')} Re-examine the query-string parameters.`
    case 'duplicate':
      return `Duplicate '${failure.name}' in the request's authentication information.`
    case 'tooLarge':
      return `'${failure.what}' is too large.`
    case 'unsupportedAlgorithm':
      return `Unsupported AWS 'algorithm': '${failure.algorithm}'.`
    case 'malformedCredential':
      return `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${failure.credential}'`
    case 'malformedDate':
      return `Date must be in ISO-8601 'basic format'. Got '${failure.date}'. See http://en.wikipedia.org/wiki/ISO_8601`
    case 'badExpires':
      return `X-Amz-Expires must be a number of seconds between 1 and 604800, got '${failure.value}'.`
  }
}

function describeMissingPart(part: string): string {
  return part === 'date'
    ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
    : `Authorization header requires '${part}' parameter.`
}

type Invalid = Exclude<SigV4Failure, Incomplete | { kind: 'missingToken' | 'unknownKey' | 'expiredToken' }>

function describeInvalid(failure: Invalid): string {
  switch (failure.kind) {
    case 'wrongService':
      return `Credential should be scoped to correct service: '${failure.expected}'. `
    case 'wrongRegion':
      return `Credential should be scoped to a valid region, not '${failure.given}'. `
    case 'wrongTerminator':
      return `Credential should be scoped with a valid terminator: 'aws4_request', not '${failure.terminator}'. `
    case 'scopeDateMismatch':
      return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${failure.scopeDate}' != '${failure.timestamp.slice(0, 8)}', from '${failure.timestamp}'.`
    case 'expired':
      return `Signature expired: ${failure.timestamp} is now earlier than ${failure.earliest} (${failure.now} - ${describeWindow(failure.windowSec)})`
    case 'notYetCurrent':
      return `Signature not yet current: ${failure.timestamp} is still later than ${failure.latest} (${failure.now} + ${describeWindow(CLOCK_WINDOW_SEC)})`
    case 'hostNotSigned':
      return "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
    case 'unsignedHeaders':
      return `There were headers present in the request which were not signed: ${failure.names.join(', ')}`
    case 'signatureMismatch':
      return `${MISMATCH}\n\nThe Canonical String for this request should have been\n'${failure.canonicalRequest}'\n\nThe String-to-Sign should have been\n'${failure.stringToSign}'\n`
  }
}

function describeWindow(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min.` : `${seconds} sec.`
}
