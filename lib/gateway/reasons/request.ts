/** Rows of what is wrong with a request before anybody asks who sent it, and of its delivery. */

import { tellNearestRoute } from '../nearest-route'
import { mono, say } from '../say'
import { apiPart, notePart, routePart } from '../tale'
import type { Reason, WireAnswer } from './reason'

const BAD_REQUEST: WireAnswer = { status: 400, errorType: 'BadRequestException', message: 'Bad Request' }
const FORBIDDEN: WireAnswer = {
  status: 403,
  errorType: 'ForbiddenException',
  message: 'Forbidden',
  http: { status: 404, message: 'Not Found' },
}
const INTERNAL: WireAnswer = {
  status: 500,
  errorType: 'InternalServerErrorException',
  message: 'Internal server error',
  spaced: true,
  http: { status: 500, message: 'Internal Server Error' },
}

export const REQUEST_REASONS = {
  MALFORMED_REQUEST: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: BAD_REQUEST,
    sentence: (t) => say`Refused before routing: ${notePart(t)}.`,
  },
  HEADERS_TOO_LARGE: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: { status: 431, errorType: 'BadRequestException', message: 'Request Header Fields Too Large' },
    sentence: () => say`Refused: the header values are larger than 10,240 bytes together.`,
  },
  URI_TOO_LONG: {
    outcome: 'error',
    fidelity: 'documented',
    wire: { status: 414, errorType: 'BadRequestException', message: 'Request URI too long' },
    sentence: (t) => say`Refused: ${notePart(t)}.`,
  },
  REQUEST_TOO_LARGE: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: {
      status: 413,
      errorType: 'RequestTooLargeException',
      message: 'Request Too Long',
      http: { status: 413, message: 'Request Entity Too Large' },
    },
    sentence: () => say`Refused: the body is larger than 10 MB.`,
  },
  SERVICE_WORKER_REFUSED: {
    outcome: 'deny',
    fidelity: 'assumed',
    wire: { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' },
    sentence: () =>
      say`Refused: a browser asked for a service worker's script. The path form shares the console's origin; use the host form.`,
  },
  UNKNOWN_API: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' },
    sentence: (t) => say`Refused: ${notePart(t)}. At AWS its name would not resolve.`,
  },
  UNKNOWN_STAGE: { outcome: 'error', fidelity: 'assumed', wire: FORBIDDEN, sentence: (t) => say`Refused: ${notePart(t)}.` },
  NO_SUCH_ROUTE: {
    outcome: 'error',
    fidelity: 'recorded',
    wire: {
      status: 403,
      errorType: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
      http: { status: 404, message: 'Not Found' },
    },
    sentence: (t) =>
      say`Refused: ${apiPart(t)} has no such route: ${mono(`${t.x.request.method} ${t.x.path}`)}. ${tellNearestRoute(t.x)}${misleading(t.x.isHttpApi)}`,
  },
  NO_SUCH_ROUTE_WITH_AUTHORIZATION: {
    outcome: 'error',
    fidelity: 'recorded',
    wire: { status: 403, errorType: 'IncompleteSignatureException', message: 'Incomplete signature' },
    sentence: (t) =>
      say`Refused: ${apiPart(t)} has no such route: ${mono(`${t.x.request.method} ${t.x.path}`)}. ${tellNearestRoute(t.x)} AWS reads the Authorization header of an unknown route as a signature, so its answer speaks of the header.`,
  },
  INTEGRATION_BROKEN: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: INTERNAL,
    sentence: (t) => say`Authorized, but the integration of ${routePart(t)} cannot answer: ${notePart(t)}.`,
  },
  UPSTREAM_UNREACHABLE: {
    outcome: 'error',
    fidelity: 'recorded',
    wire: {
      status: 504,
      errorType: 'InternalServerErrorException',
      message: 'Network error communicating with endpoint',
      spaced: true,
      http: { status: 503, message: 'Service Unavailable' },
    },
    sentence: (t) => say`Authorized, but the upstream of ${routePart(t)} could not be reached: ${notePart(t)}.`,
  },
  UPSTREAM_TIMEOUT: {
    outcome: 'error',
    fidelity: 'documented',
    wire: {
      status: 504,
      errorType: 'InternalServerErrorException',
      message: 'Endpoint request timed out',
      spaced: true,
      http: { status: 503, message: 'Service Unavailable' },
    },
    sentence: (t) => say`Authorized, but the upstream of ${routePart(t)} did not answer in time.`,
  },
  UPSTREAM_TOO_LARGE: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: INTERNAL,
    sentence: (t) => say`Authorized, but the upstream of ${routePart(t)} answered with more than 10 MB.`,
  },
  UPSTREAM_REFUSED: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: INTERNAL,
    sentence: (t) => say`Authorized, but this installation does not let requests out to the upstream of ${routePart(t)}: ${notePart(t)}.`,
  },
  INTERNAL_ERROR: {
    outcome: 'error',
    fidelity: 'documented',
    wire: INTERNAL,
    sentence: () => say`The gateway failed while deciding, so nobody was let through.`,
  },
} as const satisfies Record<string, Reason>

function misleading(isHttpApi: boolean): string {
  return isHttpApi ? '' : ' AWS answers with Missing Authentication Token all the same.'
}
