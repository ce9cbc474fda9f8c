/**
 * Written standards, one folder each and one file per step. Knows nothing of the product; may use
 * lib/shared and node:crypto. Whatever comes off the wire is bounded, and a refusal is data.
 * @module
 */
export {
  buildJwks,
  type ClaimExpectation,
  type ClaimFailure,
  checkClaims,
  createJwtVerifier,
  getScopes,
  importRsaKeys,
  type JwtClaims,
  type JwtSignatureFailure,
  type JwtSignatureOutcome,
  type JwtVerifier,
  parseJwt,
  type RsaJwk,
  signJwt,
  type VerificationKey,
  verifyJwtSignature,
} from './jwt'
export {
  canonicalPath,
  canonicalSegment,
  compileRoutes,
  matchHttp,
  matchRest,
  type NearestRoute,
  nearestRoute,
  type ParsedPath,
  type PathFailure,
  parsePath,
  parseTemplate,
  type RouteMatch,
  type RoutePattern,
  type RouteTable,
  type TemplateProblem,
  type TemplateSegment,
} from './routes'
export {
  createSigV4Verifier,
  describeSigV4Failure,
  presignRequest,
  type SecretLookup,
  type SignatureClaim,
  type SignedRequest,
  type SigV4Error,
  type SigV4Expectation,
  type SigV4Failure,
  type SigV4Outcome,
  type SigV4Verifier,
  signRequest,
} from './sigv4'
