/** Rows of signatures, tokens and authorizers that did not prove who calls. */

import { mono, say } from '../say'
import { authorizerPart, notePart, routePart } from '../tale'
import type { Reason, WireAnswer } from './reason'

const HTTP_FORBIDDEN = { status: 403, message: 'Forbidden' } as const

function signature(errorType: string, message: string): WireAnswer {
  return { status: 403, errorType, message, http: HTTP_FORBIDDEN }
}

/** Source: aws-amplify/aws-amplify-android#935; auth0-samples/jwt-rsa-aws-custom-authorizer#6. */
const UNAUTHORIZED: WireAnswer = {
  status: 401,
  errorType: 'UnauthorizedException',
  message: 'Unauthorized',
  http: { status: 401, message: 'Unauthorized' },
}
/** Source: serverless/serverless#829, serverless/examples#305. */
const AUTHORIZER_BROKEN: WireAnswer = {
  status: 500,
  errorType: 'AuthorizerConfigurationException',
  message: null,
  http: { status: 500, message: 'Internal Server Error' },
}
const MISMATCH = 'The request signature we calculated does not match the signature you provided.'

export const AUTHENTICATION_REASONS = {
  MISSING_AUTHENTICATION_TOKEN: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: signature('MissingAuthenticationTokenException', 'Missing Authentication Token'),
    sentence: (t) => say`Denied: ${routePart(t)} asks for a signature (${mono('AWS_IAM')}), and the request has none.`,
  },
  INCOMPLETE_SIGNATURE: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: signature('IncompleteSignatureException', 'Incomplete signature'),
    sentence: (t) =>
      say`Denied: ${routePart(t)} asks for a signature (${mono('AWS_IAM')}), and what the request carries is none: ${notePart(t)}.`,
  },
  INVALID_SIGNATURE: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: signature('InvalidSignatureException', MISMATCH),
    sentence: (t) => say`Denied: the signature cannot be accepted: ${notePart(t)}.`,
  },
  SIGNATURE_MISMATCH: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: signature('InvalidSignatureException', MISMATCH),
    sentence: (t) =>
      say`Denied: the signature does not fit the request: ${notePart(t)}. Method, path, query, a signed header or the body differs from what was signed, or the secret is another.`,
  },
  SIGNATURE_EXPIRED: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: signature('InvalidSignatureException', 'Signature expired'),
    sentence: (t) => say`Denied: the request was signed too long ago: ${notePart(t)}.`,
  },
  SIGNATURE_NOT_YET_CURRENT: {
    outcome: 'deny',
    fidelity: 'assumed',
    wire: signature('InvalidSignatureException', 'Signature not yet current'),
    sentence: (t) => say`Denied: the request was signed in the future: ${notePart(t)}.`,
  },
  WRONG_REGION: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: signature('InvalidSignatureException', 'Credential should be scoped to a valid region. '),
    sentence: (t) => say`Denied: the request was signed for another region: ${notePart(t)}.`,
  },
  WRONG_SERVICE: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: signature('InvalidSignatureException', "Credential should be scoped to correct service: 'execute-api'. "),
    sentence: (t) => say`Denied: the request was signed for another service: ${notePart(t)}.`,
  },
  UNKNOWN_ACCESS_KEY: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: signature('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    sentence: (t) => say`Denied: ${notePart(t)}.`,
  },
  UNKNOWN_PRINCIPAL: {
    outcome: 'deny',
    fidelity: 'assumed',
    wire: signature('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    sentence: (t) => say`Denied: ${notePart(t)}.`,
  },
  EXPIRED_TOKEN: {
    outcome: 'deny',
    fidelity: 'assumed',
    wire: signature('ExpiredTokenException', 'The security token included in the request is expired'),
    sentence: () => say`Denied: the session token of the request has expired.`,
  },
  TOKEN_MISSING: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${authorizerPart(t)} reads a token from ${notePart(t)}, and the request has none there.`,
  },
  TOKEN_INVALID: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${authorizerPart(t)} does not accept the token: ${notePart(t)}.`,
  },
  TOKEN_EXPIRED: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: { ...UNAUTHORIZED, message: 'The incoming token has expired' },
    sentence: (t) => say`Denied: the token that ${authorizerPart(t)} was given has expired: ${notePart(t)}.`,
  },
  TOKEN_WRONG_USE: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${routePart(t)} ${notePart(t)}.`,
  },
  TOKEN_WRONG_AUDIENCE: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${authorizerPart(t)} accepts only audiences that match its pattern: ${notePart(t)}.`,
  },
  TOKEN_SCOPE_MISSING: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${routePart(t)} asks for a scope that the token does not have: ${notePart(t)}.`,
  },
  IDENTITY_SOURCE_MISSING: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${authorizerPart(t)} needs ${notePart(t)}, and the request has none. The function was not called.`,
  },
  IDENTITY_SOURCE_INVALID: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: UNAUTHORIZED,
    sentence: (t) =>
      say`Denied: the token does not match the validation expression of ${authorizerPart(t)}: ${notePart(t)}. The function was not called.`,
  },
  AUTHORIZER_SAID_UNAUTHORIZED: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: UNAUTHORIZED,
    sentence: (t) => say`Denied: ${authorizerPart(t)} answered ${mono('Unauthorized')}.`,
  },
  AUTHORIZER_FAILED: {
    outcome: 'error',
    fidelity: 'recorded',
    wire: AUTHORIZER_BROKEN,
    sentence: (t) => say`Refused: ${authorizerPart(t)} failed: ${notePart(t)}. A broken authorizer lets nobody through.`,
  },
  AUTHORIZER_BAD_OUTPUT: {
    outcome: 'error',
    fidelity: 'recorded',
    wire: AUTHORIZER_BROKEN,
    sentence: (t) => say`Refused: what ${authorizerPart(t)} returned cannot be used: ${notePart(t)}.`,
  },
} as const satisfies Record<string, Reason>
