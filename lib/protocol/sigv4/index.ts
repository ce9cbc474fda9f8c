/**
 * Signature Version 4: what AWS_IAM methods and the AWS endpoint verify, and the signer that shares
 * every step with the verifier. One file per step of the written standard. Outcomes are data.
 * @module
 */
export { describeSigV4Failure, type SigV4Error } from './failure-message'
export { formatQuery, presignRequest, type RequestToSign, type SigningOptions, signRequest } from './sign'
export { createSigningKeys, type SigningKeys } from './signing-key'
export { formatTimestamp, parseTimestamp } from './timestamp'
export type {
  CredentialScope,
  SecretLookup,
  SignatureClaim,
  SignedRequest,
  SigV4Expectation,
  SigV4Failure,
  SigV4Outcome,
} from './types'
export { createSigV4Verifier, type SigV4Verifier } from './verify'
