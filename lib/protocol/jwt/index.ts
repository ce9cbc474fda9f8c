/**
 * JSON Web Tokens in compact form: bounded parsing, signatures by asymmetric keys only, claims
 * checked as data. Signature and claims are two steps, because only the first may be remembered.
 * @module
 */
export type { JwtAlgorithm } from './algorithms'
export { type ClaimExpectation, type ClaimFailure, checkClaims, getScopes } from './check-claims'
export { buildJwks, importRsaKeys, type RsaJwk } from './jwks'
export { type JwtClaims, type JwtParseFailure, type ParsedJwt, parseJwt, TOKEN_CHARS_MAX } from './parse-jwt'
export { signJwt } from './sign-jwt'
export {
  createJwtVerifier,
  type JwtSignatureFailure,
  type JwtSignatureOutcome,
  type JwtVerifier,
  type VerificationKey,
  verifyJwtSignature,
} from './verify-jwt'
