/** Source: Cognito developer guide, authentication flow: locks begin after five failed tries, one second, doubling to about 15 minutes. */
const FREE_FAILURES = 5
const LOCK_SEC_MAX = 900
/** Source: same place: 15 minutes without a try begin anew. */
const QUIET_SEC = 900
/** Users whose failures one process remembers; the ones that failed longest ago are forgotten first. */
const ENTRIES_MAX = 20_000

export interface SignInLimits {
  /** True while tries are refused whatever the password. */
  isLocked(key: SignInKey): boolean
  failed(key: SignInKey): void
  succeeded(key: SignInKey): void
}

export interface SignInKey {
  readonly poolId: string
  readonly username: string
  /** Names that exist are counted apart from made-up ones, which cannot push them out. */
  readonly exists: boolean
}

interface Entry {
  failures: number
  lastFailureMs: number
  lockedUntilMs: number
}

/** Counts failed sign-ins by user, in the memory of this process. Only failures count, and not those during a lock. */
export function createSignInLimits(clock: { nowMs(): number }, entriesMax: number = ENTRIES_MAX): SignInLimits {
  const known = new Map<string, Entry>()
  const madeUp = new Map<string, Entry>()
  const find = ({ poolId, username, exists }: SignInKey) => {
    const entries = exists ? known : madeUp
    const id = `${poolId.length}:${poolId}${username}`
    const entry = entries.get(id)
    if (!entry || clock.nowMs() - Math.max(entry.lastFailureMs, entry.lockedUntilMs) <= QUIET_SEC * 1000) return { entries, id, entry }
    entries.delete(id)
    return { entries, id, entry: undefined }
  }
  return {
    isLocked(key) {
      return (find(key).entry?.lockedUntilMs ?? 0) > clock.nowMs()
    },
    failed(key) {
      const { entries, id, entry } = find(key)
      const nowMs = clock.nowMs()
      const failures = (entry?.failures ?? 0) + 1
      const lockSec = failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES), LOCK_SEC_MAX)
      entries.delete(id)
      entries.set(id, { failures, lastFailureMs: nowMs, lockedUntilMs: nowMs + lockSec * 1000 })
      if (entries.size > entriesMax) entries.delete(entries.keys().next().value ?? id)
    },
    succeeded(key) {
      const { entries, id } = find(key)
      entries.delete(id)
    },
  }
}
