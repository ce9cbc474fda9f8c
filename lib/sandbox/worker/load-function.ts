/** Evaluates a function's code, as a module or as CommonJS, and gives its handler. */
import type { QuickJSHandle } from 'quickjs-emscripten-core'
import type { WorkerFailure } from '../messages'
import { guestFailure } from './failure'
import type { Guest } from './guest'

export type LoadResult = { readonly ok: true; readonly handler: QuickJSHandle } | { readonly ok: false; readonly failure: WorkerFailure }

const COMMONJS_HEAD = '(function (exports, module) {'

/** The handler `file.name` is the export `name`; the file part is kept for AWS's sake only. */
export function loadFunction(guest: Guest, code: string, handlerName: string): LoadResult {
  const exported = handlerName.slice(handlerName.lastIndexOf('.') + 1)
  const scope = isModule(code) ? evaluateModule(guest, code) : evaluateCommonJs(guest, code)
  if (!scope.ok) return scope
  const handler = guest.context.getProp(scope.exports, exported)
  scope.exports.dispose()
  if (guest.context.typeof(handler) === 'function') return { ok: true, handler }
  handler.dispose()
  return { ok: false, failure: missing(handlerName, exported) }
}

/** At the start of a line or behind `;` or `}`, where bundlers that minify put them. */
function isModule(code: string): boolean {
  return /(?:^|[;}])\s*(?:export\s*(?:[{*]|(?:default|const|let|var|function|async|class)\b)|import\s*[\w{*'"])/m.test(code)
}

type Scope = { readonly ok: true; readonly exports: QuickJSHandle } | { readonly ok: false; readonly failure: WorkerFailure }

function evaluateModule(guest: Guest, code: string): Scope {
  const { context, runtime } = guest
  const result = context.evalCode(code, 'index.mjs', { type: 'module' })
  if (result.error) return { ok: false, failure: guestFailure(context, result.error) }
  const jobs = runtime.executePendingJobs()
  if (jobs.error) return { ok: false, failure: guestFailure(context, jobs.error) }
  const state = context.getPromiseState(result.value)
  if (state.type === 'fulfilled') return { ok: true, exports: state.value }
  if (state.type === 'rejected') return { ok: false, failure: guestFailure(context, state.error) }
  return {
    ok: false,
    failure: { kind: 'syntax', errorType: 'Runtime.TopLevelAwait', errorMessage: 'Top-level await did not settle', line: 1, column: 1 },
  }
}

function evaluateCommonJs(guest: Guest, code: string): Scope {
  const { context } = guest
  const wrapped = `${COMMONJS_HEAD}${code}\n; return module.exports })`
  const factory = context.evalCode(wrapped, 'index.js', { type: 'global' })
  if (factory.error) return { ok: false, failure: guestFailure(context, factory.error) }
  const module = context.newObject()
  const exports = context.newObject()
  context.setProp(module, 'exports', exports)
  const result = context.callFunction(factory.value, context.undefined, exports, module)
  for (const handle of [factory.value, module, exports]) handle.dispose()
  return result.error ? { ok: false, failure: guestFailure(context, result.error) } : { ok: true, exports: result.value }
}

function missing(handlerName: string, exported: string): WorkerFailure {
  return {
    kind: 'syntax',
    errorType: 'Runtime.HandlerNotFound',
    errorMessage: `${handlerName} is undefined or not exported: export a function named ${exported}`,
    line: 1,
    column: 1,
  }
}
