import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PoolDetail, PoolUserView, WriteResult } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'
import { useRenew } from './use-renew'

const at = (id: string) => `/pools/${encodeURIComponent(id)}`
const userAt = (id: string, username: string) => `${at(id)}/users/${encodeURIComponent(username)}`

interface UserPage {
  readonly items: readonly PoolUserView[]
  readonly next: string | null
}

interface Edit {
  readonly etag?: string | null
}

export function usePool(id: string, options: { readonly enabled?: boolean } = {}) {
  return useQuery({ queryKey: keys.pool(id), queryFn: ({ signal }) => api<PoolDetail>(at(id), { signal }), enabled: options.enabled })
}

/** The users of a pool, a page at a time. */
export function usePoolUsers(id: string, options: { readonly enabled?: boolean } = {}) {
  return useInfiniteQuery({
    queryKey: keys.poolUsers(id),
    queryFn: ({ signal, pageParam }) =>
      api<UserPage>(`${at(id)}/users${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: options.enabled,
  })
}

export function useCreatePool() {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: (body: { readonly name: string; readonly account: string; readonly region: string }) =>
      api<WriteResult & { readonly id: string }>('/pools', { method: 'POST', body }),
    onSuccess: renew,
  })
}

export function useUpdatePool(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ etag, ...body }: { readonly name: string } & Edit) => api<WriteResult>(at(id), { method: 'PATCH', body, etag }),
    onSuccess: renew,
  })
}

export function useDeletePool(id: string) {
  const client = useQueryClient()
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ etag }: Edit) => api<WriteResult>(at(id), { method: 'DELETE', etag }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: keys.pool(id) })
      await renew()
    },
  })
}

export interface NewPoolUser {
  readonly username: string
  readonly password?: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly groups: readonly string[]
}

export function useCreatePoolUser(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: (body: NewPoolUser) => api<WriteResult>(`${at(id)}/users`, { method: 'POST', body }),
    onSuccess: renew,
  })
}

export interface PoolUserPatch {
  readonly username: string
  readonly enabled?: boolean
  readonly password?: string
  readonly groups?: readonly string[]
  readonly attributes?: readonly { readonly name: string; readonly value: string }[]
}

export function useUpdatePoolUser(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ username, ...body }: PoolUserPatch) => api<WriteResult>(userAt(id, username), { method: 'PATCH', body }),
    onSuccess: renew,
  })
}

export function useDeletePoolUser(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ username }: { readonly username: string }) => api<WriteResult>(userAt(id, username), { method: 'DELETE' }),
    onSuccess: renew,
  })
}

export interface NewPoolClient {
  readonly name: string
  readonly generateSecret: boolean
  readonly explicitAuthFlows: readonly string[]
}

export function useCreatePoolClient(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: (body: NewPoolClient) => api<NewPoolClientResult>(`${at(id)}/clients`, { method: 'POST', body }),
    onSuccess: renew,
  })
}

export interface NewPoolClientResult extends WriteResult {
  readonly id: string
  /** Shown once; null for a public client. */
  readonly secret: string | null
}

export function useDeletePoolClient(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ clientId }: { readonly clientId: string }) =>
      api<WriteResult>(`${at(id)}/clients/${encodeURIComponent(clientId)}`, { method: 'DELETE' }),
    onSuccess: renew,
  })
}

export function useCreatePoolGroup(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: (body: { readonly name: string; readonly description?: string; readonly precedence?: number }) =>
      api<WriteResult>(`${at(id)}/groups`, { method: 'POST', body }),
    onSuccess: renew,
  })
}

export function useDeletePoolGroup(id: string) {
  const renew = useRenew(keys.pools)
  return useMutation({
    mutationFn: ({ name }: { readonly name: string }) =>
      api<WriteResult>(`${at(id)}/groups/${encodeURIComponent(name)}`, { method: 'DELETE' }),
    onSuccess: renew,
  })
}
