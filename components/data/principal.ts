import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ManagedPolicyView, NewAccessKey, PrincipalDetail, PrincipalPatch, WriteResult } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'
import { useRenew } from './use-renew'

const principalAt = (arn: string) => `/principals/${encodeURIComponent(arn)}`
const policyAt = (arn: string) => `/policies/${encodeURIComponent(arn)}`

interface Edit {
  readonly etag?: string | null
}

export function usePrincipal(arn: string) {
  return useQuery({ queryKey: keys.principal(arn), queryFn: ({ signal }) => api<PrincipalDetail>(principalAt(arn), { signal }) })
}

export interface NewPrincipal {
  readonly account: string
  readonly type: PrincipalDetail['type']
  readonly name: string
  readonly trustPolicy?: string
}

export function useCreatePrincipal() {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: (body: NewPrincipal) => api<WriteResult & { readonly arn: string }>('/principals', { method: 'POST', body }),
    onSuccess: renew,
  })
}

export function useUpdatePrincipal(arn: string) {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ etag, ...body }: PrincipalPatch & Edit) => api<WriteResult>(principalAt(arn), { method: 'PATCH', body, etag }),
    onSuccess: renew,
  })
}

export function useDeletePrincipal(arn: string) {
  const client = useQueryClient()
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ etag }: Edit) => api<WriteResult>(principalAt(arn), { method: 'DELETE', etag }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: keys.principal(arn) })
      await renew()
    },
  })
}

export function useSaveInlinePolicy(arn: string) {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ name, document, etag }: { readonly name: string; readonly document: string } & Edit) =>
      api<WriteResult>(`${principalAt(arn)}/inline-policies/${encodeURIComponent(name)}`, { method: 'PUT', body: { document }, etag }),
    onSuccess: renew,
  })
}

export function useDeleteInlinePolicy(arn: string) {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ name, etag }: { readonly name: string } & Edit) =>
      api<WriteResult>(`${principalAt(arn)}/inline-policies/${encodeURIComponent(name)}`, { method: 'DELETE', etag }),
    onSuccess: renew,
  })
}

export function useCreateAccessKey(arn: string) {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: () => api<NewAccessKey>(`${principalAt(arn)}/access-keys`, { method: 'POST', body: {} }),
    onSuccess: renew,
  })
}

export function useUpdateAccessKey() {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ id, active }: { readonly id: string; readonly active: boolean }) =>
      api<WriteResult>(`/access-keys/${encodeURIComponent(id)}`, { method: 'PATCH', body: { active } }),
    onSuccess: renew,
  })
}

export function useDeleteAccessKey() {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ id }: { readonly id: string }) => api<WriteResult>(`/access-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: renew,
  })
}

export function useManagedPolicy(arn: string) {
  return useQuery({ queryKey: keys.managedPolicy(arn), queryFn: ({ signal }) => api<ManagedPolicyView>(policyAt(arn), { signal }) })
}

export function useCreateManagedPolicy() {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: (body: { readonly account: string; readonly name: string; readonly document: string }) =>
      api<WriteResult & { readonly arn: string }>('/policies', { method: 'POST', body }),
    onSuccess: renew,
  })
}

export function useSaveManagedPolicy(arn: string) {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ document, etag }: { readonly document: string } & Edit) =>
      api<WriteResult>(policyAt(arn), { method: 'PUT', body: { document }, etag }),
    onSuccess: renew,
  })
}

export function useDeleteManagedPolicy(arn: string) {
  const client = useQueryClient()
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: ({ etag }: Edit) => api<WriteResult>(policyAt(arn), { method: 'DELETE', etag }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: keys.managedPolicy(arn) })
      await renew()
    },
  })
}
