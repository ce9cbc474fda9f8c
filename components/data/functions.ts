import { useQuery } from '@tanstack/react-query'
import type { FunctionSummary } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

export function useFunctions(options: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keys.functions,
    queryFn: ({ signal }) => api<{ items: readonly FunctionSummary[] }>('/functions', { signal }),
    select: (answer) => answer.items,
    enabled: options.enabled,
  })
}
