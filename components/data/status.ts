import { useMutation, useQuery } from '@tanstack/react-query'
import type { StatusView } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

/** What the gateway enforces now, asked every five seconds. */
export function useStatus() {
  return useQuery({
    queryKey: keys.status,
    queryFn: ({ signal }) => api<StatusView>('/status', { signal }),
    refetchInterval: 5000,
    retry: false,
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { readonly current?: string; readonly password: string }) => api('/session/password', { method: 'PUT', body }),
  })
}
