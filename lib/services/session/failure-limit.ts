/** Counts failed attempts by key in a fixed window. Memory is bounded: the oldest keys are forgotten first. */
export interface FailureLimit {
  /** True while the key has used up its failures. */
  isBlocked(key: string, nowMs: number): boolean
  fail(key: string, nowMs: number): void
  clear(key: string): void
}

interface Window {
  startedMs: number
  failures: number
}

export function createFailureLimit(options: { failuresMax: number; windowMs: number; keysMax: number }): FailureLimit {
  const windows = new Map<string, Window>()
  const current = (key: string, nowMs: number): Window | undefined => {
    const window = windows.get(key)
    if (window && nowMs - window.startedMs < options.windowMs) return window
    windows.delete(key)
    return undefined
  }
  return {
    isBlocked: (key, nowMs) => (current(key, nowMs)?.failures ?? 0) >= options.failuresMax,
    fail(key, nowMs) {
      const window = current(key, nowMs)
      if (window) {
        window.failures += 1
        return
      }
      if (windows.size >= options.keysMax) {
        const oldest = windows.keys().next()
        if (!oldest.done) windows.delete(oldest.value)
      }
      windows.set(key, { startedMs: nowMs, failures: 1 })
    },
    clear: (key) => void windows.delete(key),
  }
}
