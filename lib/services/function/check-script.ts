import { AppError, type Issue } from '../../domain/errors'
import type { LambdaFunction } from '../../domain/world'
import type { ServicePorts } from '../ports'

/** Throws AppError `invalid_document` when the code does not parse or does not export its handler. */
export async function checkScript(ports: ServicePorts, fn: LambdaFunction, pointer: string): Promise<void> {
  const issue = await findScriptProblem(ports, fn, pointer)
  if (issue) throw new AppError('invalid_document', issue.message, { details: { issues: [issue] } })
}

/** Why the code cannot be a function's, or null; the range is the line's start. */
export async function findScriptProblem(ports: ServicePorts, fn: LambdaFunction, pointer: string): Promise<Issue | null> {
  const problem = await ports.scripts.check(fn)
  if (problem === null) return null
  const start = offsetOf(fn.code, problem.line, problem.column)
  const message = `Line ${problem.line}: ${problem.message}`
  return { pointer, code: 'script_syntax', severity: 'error', message, range: { start, end: start } }
}

/** UTF-16 offset of a 1-based line and column. */
function offsetOf(code: string, line: number, column: number): number {
  let offset = 0
  for (let current = 1; current < line; current += 1) {
    const end = code.indexOf('\n', offset)
    if (end === -1) break
    offset = end + 1
  }
  return Math.min(offset + Math.max(column - 1, 0), code.length)
}
