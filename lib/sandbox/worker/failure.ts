/** Turns what went wrong in the guest into one of the kinds of the port. */
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import type { WorkerFailure } from '../messages'

/** A thrown guest value, read without running guest code for longer than the deadline allows. */
export function guestFailure(context: QuickJSContext, error: QuickJSHandle): WorkerFailure {
  const dumped: unknown = context.dump(error)
  error.dispose()
  if (typeof dumped === 'object' && dumped !== null && 'message' in dumped) {
    const { name = 'Error', message, stack = '' } = dumped as { name?: unknown; message: unknown; stack?: unknown }
    return classify(String(name), String(message), String(stack))
  }
  return classify('Error', String(dumped), '')
}

/** Names the kind: QuickJS tells time-outs and exhausted memory by message, syntax errors by name. */
export function classify(name: string, message: string, stack: string): WorkerFailure {
  const position = /:(\d+)(?::(\d+))?\)?\s*$/m.exec(stack)
  const place = { line: Number(position?.[1] ?? 1), column: Number(position?.[2] ?? 1) }
  if (name === 'InternalError' && message === 'interrupted')
    return { kind: 'timeout', errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out', ...place }
  if (/out of memory/i.test(message))
    return { kind: 'memory', errorType: 'Runtime.OutOfMemory', errorMessage: 'The function ran out of memory', ...place }
  if (name === 'SyntaxError')
    return { kind: 'syntax', errorType: 'Runtime.UserCodeSyntaxError', errorMessage: `SyntaxError: ${message}`, ...place }
  return { kind: 'error', errorType: name, errorMessage: message, ...place }
}

/** A fault of the WebAssembly instance itself, e.g. an abort after exhausted memory. */
export function hostFailure(error: unknown): WorkerFailure {
  const message = error instanceof Error ? error.message : 'The interpreter stopped'
  const kind = /memory|unreachable|abort|stack|call stack|out of bounds/i.test(message) ? 'memory' : 'error'
  return {
    kind,
    errorType: 'Runtime.ExitError',
    errorMessage: kind === 'memory' ? 'The function ran out of memory' : 'The interpreter stopped',
    line: 1,
    column: 1,
  }
}
