/** Stops the process in order: on SIGINT, SIGTERM and SIGHUP, and when the npm that started it dies. */

const FORCE_AFTER_MS = 20_000
const PARENT_CHECK_MS = 1000

/** Calls `stop` once and ends the process with 0 after it, or with 1 when it takes too long. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), FORCE_AFTER_MS).unref()
    void stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin)
  if (process.env.npm_lifecycle_event !== undefined) watchParent(begin)
}

/** npm killed with SIGKILL tells nobody; its child sees another parent. */
function watchParent(begin: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) begin()
  }, PARENT_CHECK_MS).unref()
}
