import type { Store } from '../store'

const EVERY_MS = 60 * 60_000

/** Deletes what has expired, once an hour. Returns how to stop it. */
export function startHousekeeping(store: Store): () => void {
  const timer = setInterval(() => {
    // A database that is away is asked again in an hour.
    store.userPools.refreshTokens.deleteExpired(Math.floor(Date.now() / 1000)).catch(() => undefined)
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
