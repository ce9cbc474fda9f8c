/** Keeps this node at the newest revision: what others commit is loaded and enforced. */
import type { Store } from '../store'
import type { EnforcedConfig } from './enforced-config'

export interface RevisionFollower {
  databaseUp(): boolean
  close(): Promise<void>
}

const RETRY_MS = 1000

/** One load at a time; a revision that arrives meanwhile is loaded after it. */
export function followRevisions(store: Store, enforced: EnforcedConfig): RevisionFollower {
  let wanted = enforced.snapshot().revision
  let loading = false
  let closed = false

  async function catchUp(): Promise<void> {
    if (loading) return
    loading = true
    try {
      while (!closed && enforced.snapshot().revision < wanted) enforced.enforce(await store.config.loadWorld({ users: false }))
    } catch {
      // The database is away: the last snapshot goes on being enforced until it is back.
      setTimeout(catchUp, RETRY_MS).unref()
    } finally {
      loading = false
    }
  }

  const subscription = store.subscribe((revision) => {
    if (revision <= wanted && enforced.snapshot().revision >= wanted) return
    wanted = Math.max(wanted, revision)
    void catchUp()
  })
  return {
    databaseUp: () => subscription.connected(),
    async close() {
      closed = true
      await subscription.close()
    },
  }
}
