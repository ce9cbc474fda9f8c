import type { z } from 'zod'
import { AppError, type Issue } from '../domain/errors'

/** Returns the parsed input. Throws AppError `invalid_request` with one issue for each field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(toIssue)
  throw new AppError('invalid_request', issues.map(describe).slice(0, 3).join(' '), { details: { issues } })
}

/** RFC 6901 pointer of a path of keys and indexes. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  return { pointer: toPointer(issue.path), code: `input_${issue.code}`, severity: 'error', message: issue.message }
}

function describe(issue: Issue): string {
  return `${issue.pointer === '' ? 'The request' : issue.pointer}: ${issue.message}.`
}
