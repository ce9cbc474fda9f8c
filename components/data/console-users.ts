import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiTokenView, ConsoleUserView, Role } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

/** Admins only: ask with `enabled: false` for everybody else. */
export function useConsoleUsers(enabled: boolean) {
  return useQuery({
    queryKey: keys.users,
    queryFn: ({ signal }) => api<{ items: readonly ConsoleUserView[] }>('/users', { signal }),
    select: (answer) => answer.items,
    enabled,
  })
}

function useRenew(queryKey: readonly string[]) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey })
}

export function useCreateConsoleUser() {
  const onSuccess = useRenew(keys.users)
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly name: string; readonly role: Role; readonly password: string }) =>
      api('/users', { method: 'POST', body }),
    onSuccess,
  })
}

export function useUpdateConsoleUser() {
  const onSuccess = useRenew(keys.users)
  return useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string; readonly role?: Role; readonly disabled?: boolean; readonly password?: string }) =>
      api(`/users/${encodeURIComponent(id)}`, { method: 'PATCH', body }),
    onSuccess,
  })
}

export function useTokens(enabled: boolean) {
  return useQuery({
    queryKey: keys.tokens,
    queryFn: ({ signal }) => api<{ items: readonly ApiTokenView[] }>('/tokens', { signal }),
    select: (answer) => answer.items,
    enabled,
  })
}

export function useCreateToken() {
  const onSuccess = useRenew(keys.tokens)
  return useMutation({
    mutationFn: (body: { readonly name: string; readonly role: Role }) =>
      api<{ readonly id: string; readonly token: string }>('/tokens', { method: 'POST', body }),
    onSuccess,
  })
}

export function useRevokeToken() {
  const onSuccess = useRenew(keys.tokens)
  return useMutation({
    mutationFn: ({ id }: { readonly id: string }) => api(`/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess,
  })
}
