import { useQuery } from '@tanstack/react-query'
import type { RequestDetail } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

/** One request with its decision; a decision never changes once it is made. */
export function useRequest(id: string | null) {
  return useQuery({
    queryKey: keys.request(id ?? ''),
    queryFn: ({ signal }) => api<RequestDetail>(`/requests/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
