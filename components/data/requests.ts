import { useQuery } from '@tanstack/react-query'
import type { RequestView } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

export interface RequestFilter {
  readonly api?: string
  readonly outcome?: string
  /** 200 at most; 100 by default. */
  readonly limit?: string
}

/** The newest requests that the gateway answered; renewed every `everyMs` while given. */
export function useRequests(filter: RequestFilter = {}, everyMs?: number) {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined))
  return useQuery({
    queryKey: keys.requests(filter),
    queryFn: ({ signal }) => api<{ items: readonly RequestView[] }>(`/requests?${query}`, { signal }),
    select: (answer) => answer.items,
    refetchInterval: everyMs,
  })
}
