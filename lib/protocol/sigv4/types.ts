/** A request as it came off the wire: nothing decoded, joined or normalised. */
export interface SignedRequest {
  readonly method: string
  /** Request target in origin form, raw: `/stage/path?query`. */
  readonly target: string
  /** Name, value, name, value … as received; characters are bytes (latin1). */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
}

/** `Credential=` taken apart: `accessKeyId/date/region/service/aws4_request`. */
export interface CredentialScope {
  readonly accessKeyId: string
  /** `yyyymmdd`, UTC. */
  readonly date: string
  readonly region: string
  readonly service: string
}

/** What a request claims about its signature, before anything of it is believed. */
export interface SignatureClaim {
  readonly form: 'header' | 'query'
  readonly credential: CredentialScope
  /** As written (names of headers count in lower case only), ascending, without repeats. */
  readonly signedHeaders: readonly string[]
  /** As sent; compared as text. */
  readonly signature: string
  /** `yyyymmddThhmmssZ` */
  readonly timestamp: string
  readonly signedAtMs: number
  /** X-Amz-Expires of a presigned URL; null when the clock window alone bounds the signature. */
  readonly expiresSec: number | null
  /** X-Amz-Security-Token; null for long-term keys. */
  readonly sessionToken: string | null
}

/** Every way in which a signature is refused, with the values that AWS's message quotes. */
export type SigV4Failure =
  /** Neither an Authorization header nor a presigned query. */
  | { readonly kind: 'missingToken' }
  | { readonly kind: 'notKeyValue'; readonly part: string; readonly header: string }
  /** Parts: `Credential`, `Signature`, `SignedHeaders`, `date`. */
  | { readonly kind: 'missingParts'; readonly missing: readonly string[]; readonly header: string }
  | { readonly kind: 'missingQueryParameters'; readonly missing: readonly string[] }
  /** The same parameter or header twice, which two readers could take differently. */
  | { readonly kind: 'duplicate'; readonly name: string }
  | { readonly kind: 'tooLarge'; readonly what: string }
  | { readonly kind: 'unsupportedAlgorithm'; readonly algorithm: string }
  | { readonly kind: 'malformedCredential'; readonly credential: string }
  | { readonly kind: 'wrongTerminator'; readonly terminator: string }
  | { readonly kind: 'wrongService'; readonly given: string; readonly expected: string }
  | { readonly kind: 'wrongRegion'; readonly given: string; readonly expected: string }
  | { readonly kind: 'malformedDate'; readonly date: string }
  | { readonly kind: 'scopeDateMismatch'; readonly scopeDate: string; readonly timestamp: string }
  | { readonly kind: 'badExpires'; readonly value: string }
  | { readonly kind: 'expired'; readonly timestamp: string; readonly earliest: string; readonly now: string; readonly windowSec: number }
  | { readonly kind: 'notYetCurrent'; readonly timestamp: string; readonly latest: string; readonly now: string }
  | { readonly kind: 'hostNotSigned' }
  /** `x-amz-…` headers that were sent without being signed. */
  | { readonly kind: 'unsignedHeaders'; readonly names: readonly string[] }
  | { readonly kind: 'unknownKey'; readonly accessKeyId: string }
  | { readonly kind: 'expiredToken'; readonly accessKeyId: string }
  | {
      readonly kind: 'signatureMismatch'
      readonly accessKeyId: string
      readonly canonicalRequest: string
      readonly stringToSign: string
    }

export type SigV4Outcome =
  | {
      readonly ok: true
      readonly claim: SignatureClaim
      readonly accessKeyId: string
      readonly canonicalRequest: string
      readonly stringToSign: string
    }
  | {
      readonly ok: false
      readonly failure: SigV4Failure
      /** What the request claimed, as far as it could be read. */
      readonly claim: SignatureClaim | null
    }

/** Answer of the caller's key lookup. A session token has to be checked by the lookup. */
export type SecretLookup =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly kind: 'unknownKey' | 'expiredToken' }

export interface SigV4Expectation {
  /** `execute-api`, `sts`, … */
  readonly service: string
  readonly region: string
  readonly nowMs: number
  /** Secret of an active key. `sessionToken` is null when none was sent: a temporary key without one is unknown. */
  readonly findSecret: (accessKeyId: string, sessionToken: string | null) => SecretLookup
}
