import { AppError, isAppError } from '../domain/errors'

/** Prisma's codes for a database that is not there, too busy, or gave up a transaction. */
const UNAVAILABLE_CODES = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
])

/** Kinds of @prisma/driver-adapter-utils that mean the same. */
const UNAVAILABLE_KINDS = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'ConnectionClosed',
  'TlsConnectionError',
  'AuthenticationFailed',
  'TransactionWriteConflict',
  'TooManyConnections',
  'SocketTimeout',
  'TransactionAlreadyClosed',
])

/** node:net's codes and PostgreSQL's: class 08, 53 and 57 (going down), 40 (serialization), 28 and 3D (no entry). */
const UNAVAILABLE_SYSTEM_CODE =
  /^(?:ECONN[A-Z]+|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ENOENT|08...|28...|3D000|40001|40P01|53...|57P..)$/

const UNAVAILABLE_MESSAGE =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after calling end)/

/**
 * Returns what the caller shall see of a failure in the database: `database_unavailable`, `conflict` for a
 * broken unique or foreign key, `not_found` for an update of nothing, `invalid_request` for text with U+0000, and any other error as it is. Prisma's and pg's error shapes are known here alone.
 */
export function asDatabaseError(error: unknown): unknown {
  if (isAppError(error)) return error
  const causes = [...chain(error)]
  if (causes.some(isUnavailable)) {
    return new AppError('database_unavailable', 'The database is not reachable or gave the transaction up. Try again.', { cause: error })
  }
  if (causes.some((cause) => hasCode(cause, ['P2002', '23505'], 'UniqueConstraintViolation'))) {
    return new AppError('conflict', 'Another object has the same name or id already.', { cause: error })
  }
  if (causes.some((cause) => hasCode(cause, ['P2003', '23503'], 'ForeignKeyConstraintViolation'))) {
    return new AppError('conflict', 'The object refers to one that does not exist, or others still refer to it.', { cause: error })
  }
  if (causes.some((cause) => hasCode(cause, ['P2025'], 'RecordNotFound'))) {
    return new AppError('not_found', 'There is no such object.', { cause: error })
  }
  if (causes.some((cause) => hasCode(cause, ['22021'], 'CharacterNotInRepertoire'))) {
    return new AppError('invalid_request', 'A text holds a character that cannot be stored, such as U+0000.', { cause: error })
  }
  return error
}

/** Runs a query; failures come out as `asDatabaseError` has them. */
export async function inDatabase<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    throw asDatabaseError(error)
  }
}

interface ErrorShape {
  readonly code?: unknown
  readonly errorCode?: unknown
  readonly originalCode?: unknown
  readonly kind?: unknown
  readonly severity?: unknown
  readonly name?: unknown
  readonly message?: unknown
  readonly cause?: unknown
  readonly meta?: unknown
  readonly driverAdapterError?: unknown
}

/** The error and what it carries inside, at most eight deep. */
function* chain(error: unknown): Generator<ErrorShape> {
  const queue: unknown[] = [error]
  for (let seen = 0; seen < 8 && queue.length > 0; seen++) {
    const current = queue.shift()
    if (typeof current !== 'object' || current === null) continue
    const shape: ErrorShape = current
    yield shape
    queue.push(shape.cause, shape.meta, shape.driverAdapterError)
  }
}

function isUnavailable(shape: ErrorShape): boolean {
  const codes = [shape.code, shape.errorCode, shape.originalCode].filter((code): code is string => typeof code === 'string')
  return (
    codes.some((code) => UNAVAILABLE_CODES.has(code) || UNAVAILABLE_SYSTEM_CODE.test(code)) ||
    // Whatever the reason, the server ended the connection.
    shape.severity === 'FATAL' ||
    (typeof shape.kind === 'string' && UNAVAILABLE_KINDS.has(shape.kind)) ||
    (typeof shape.message === 'string' && UNAVAILABLE_MESSAGE.test(shape.message))
  )
}

function hasCode(shape: ErrorShape, codes: readonly string[], kind: string): boolean {
  return [shape.code, shape.originalCode].some((code) => typeof code === 'string' && codes.includes(code)) || shape.kind === kind
}
