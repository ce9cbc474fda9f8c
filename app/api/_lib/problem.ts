import { AppError, ERRORS, type ErrorCode, isAppError } from '@/lib/domain/errors'

const ERRORS_MAX = 200

/**
 * Turns whatever was thrown into an application/problem+json answer (RFC 9457). At most 200 of the
 * issues go out, `total` counts all. Anything but an AppError becomes a fixed text with the request id
 * under which the log has the place it came from.
 */
export function problemResponse(error: unknown, requestId: string, headers: Record<string, string> = {}): Response {
  const known = isAppError(error) ? error : unknownError(error, requestId)
  const code: ErrorCode = known.code
  const { status, title } = ERRORS[code]
  const issues = known.details?.issues ?? []
  const body = {
    type: `urn:gatehouse:problem:${code}`,
    title,
    status,
    code,
    detail: known.message,
    instance: `urn:uuid:${requestId}`,
    errors: issues.slice(0, ERRORS_MAX),
    total: issues.length,
    ...(known.details?.diff === undefined ? {} : { diff: known.details.diff }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="gatehouse"' } : {}),
      ...headers,
    },
  })
}

function unknownError(error: unknown, requestId: string): AppError {
  console.error(JSON.stringify({ level: 'error', requestId, ...placeOf(error) }))
  return new AppError('internal', `Something went wrong. The server's log has more under ${requestId}.`)
}

/** Class, code and frames of an error. Its message may hold values or SQL, so it is left out. */
function placeOf(error: unknown): { name: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, code, frames: frames.slice(0, 20).map((line) => line.trim()) }
}
