import { useQuery } from '@tanstack/react-query'
import type { PoolSummary } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

export function usePools(options: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keys.pools,
    queryFn: ({ signal }) => api<{ items: readonly PoolSummary[] }>('/pools', { signal }),
    select: (answer) => answer.items,
    enabled: options.enabled,
  })
}
