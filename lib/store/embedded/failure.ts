import { AppError } from '../../domain/errors'

/** What a start of the embedded database ends with: one sentence on what happened and one on what to do. */
export function embeddedFailure(what: string, remedy: string, cause?: unknown): AppError {
  return new AppError('database_unavailable', `${what} ${remedy}`, { cause })
}

/** The text of anything that was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
