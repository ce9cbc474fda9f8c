import { useQuery } from '@tanstack/react-query'
import type { HistoryEntry, ObjectKind } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

export function useHistory(kind: ObjectKind, objectKey: string) {
  return useQuery({
    queryKey: keys.history(kind, objectKey),
    queryFn: ({ signal }) =>
      api<{ items: readonly HistoryEntry[] }>(`/history?${new URLSearchParams({ kind, key: objectKey })}`, { signal }),
    select: (answer) => answer.items,
  })
}
