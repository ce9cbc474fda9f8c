/**
 * Counts failed attempts by key in a fixed window. An attempt is counted when it begins and given back
 * when it succeeds, so that attempts at the same time cannot outrun the count. Memory is bounded: the
 * oldest keys are forgotten first.
 */
export interface FailureLimit {
  /** Counts an attempt; false, and nothing counted, while the key has used up its failures. */
  take(key: string, nowMs: number): boolean
  /** Takes one attempt out of the count again. */
  giveBack(key: string): void
}

interface Window {
  readonly startedMs: number
  attempts: number
}

export function createFailureLimit(options: { failuresMax: number; windowMs: number; keysMax: number }): FailureLimit {
  const windows = new Map<string, Window>()
  const current = (key: string, nowMs: number): Window | undefined => {
    const window = windows.get(key)
    if (window && nowMs - window.startedMs < options.windowMs) return window
    windows.delete(key)
    return undefined
  }
  const forgetOldest = (): void => {
    const oldest = windows.keys().next()
    if (!oldest.done) windows.delete(oldest.value)
  }
  return {
    take(key, nowMs) {
      const window = current(key, nowMs)
      if (window && window.attempts >= options.failuresMax) return false
      if (!window && windows.size >= options.keysMax) forgetOldest()
      if (window) window.attempts += 1
      else windows.set(key, { startedMs: nowMs, attempts: 1 })
      return true
    },
    giveBack(key) {
      const window = windows.get(key)
      if (window && window.attempts > 1) window.attempts -= 1
      else windows.delete(key)
    },
  }
}
