/**
 * The one error type. A code is stable and part of the API; `message` may be shown to the caller,
 * `cause` never leaves the log. Told apart by `code`, never by instanceof: two module graphs live
 * in the process.
 */
export const ERRORS = {
  invalid_document: { status: 422, title: 'The document has problems' },
  invalid_request: { status: 400, title: 'The request is malformed' },
  not_supported: { status: 422, title: 'Not supported' },
  secret_required: { status: 422, title: 'A secret is missing' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  cross_site: { status: 403, title: 'Request from another site refused' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  stale_revision: { status: 412, title: 'Somebody else saved first' },
  too_large: { status: 413, title: 'Body too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  too_many_requests: { status: 429, title: 'Too many attempts' },
  database_unavailable: { status: 503, title: 'The database is not reachable' },
  internal: { status: 500, title: 'Internal error' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

/** One problem in a document: where it is (RFC 6901 pointer) and what to do about it. */
export interface Issue {
  readonly pointer: string
  readonly code: string
  readonly severity: 'error' | 'security' | 'warning' | 'suggestion'
  readonly message: string
  readonly range?: { readonly start: number; readonly end: number }
}

export interface ErrorDetails {
  readonly issues?: readonly Issue[]
  /** For `stale_revision`: unified diff from the caller's version to the stored one. */
  readonly diff?: string
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
  }
}

/** True for an AppError of either module graph. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && typeof error.code === 'string' && error.code in ERRORS
}
