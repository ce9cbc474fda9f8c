import { useQuery } from '@tanstack/react-query'
import type { SavedTest } from '@/lib/domain/world'
import { api } from './api-client'
import { keys } from './query-keys'

/** The workspace's saved tests, in the document's order. */
export function useTests() {
  return useQuery({
    queryKey: keys.tests,
    queryFn: ({ signal }) => api<{ items: readonly SavedTest[] }>('/tests', { signal }),
    select: (answer) => answer.items,
  })
}
