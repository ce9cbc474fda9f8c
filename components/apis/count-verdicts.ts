import type { RequestView } from '@/lib/domain/console-api'
import type { VerdictCounts } from './verdict-split'

/** Counts allowed and refused requests by a key; requests without a key are left out. Errors count as refused. */
export function countVerdicts(
  requests: readonly RequestView[],
  keyOf: (request: RequestView) => string | null,
): ReadonlyMap<string, VerdictCounts> {
  const counts = new Map<string, VerdictCounts>()
  for (const request of requests) {
    const key = keyOf(request)
    if (key === null) continue
    const now = counts.get(key) ?? { allowed: 0, denied: 0 }
    counts.set(key, request.outcome === 'allow' ? { ...now, allowed: now.allowed + 1 } : { ...now, denied: now.denied + 1 })
  }
  return counts
}
