/**
 * The door from Next's module graph to the one runtime of the process. app/ imports this file and
 * nothing else of the server side; everything behind it is reached through types.
 */
import type { Runtime } from './compose'

const KEY = Symbol.for('gatehouse.runtime')

/** Returns the runtime that server.ts composed. Throws when no server runs, e.g. during `next build`. */
export function getRuntime(): Runtime {
  const runtime = (globalThis as { [KEY]?: Runtime })[KEY]
  if (!runtime) throw new Error('The Gatehouse server is not running in this process.')
  return runtime
}

export function setRuntime(runtime: Runtime): void {
  ;(globalThis as { [KEY]?: Runtime })[KEY] = runtime
}
