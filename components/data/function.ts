import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FunctionDetail, InvokeResult, WriteResult } from '@/lib/domain/console-api'
import type { FunctionRef } from '@/lib/domain/derived-api'
import { api } from './api-client'
import { keys } from './query-keys'
import { useRenew } from './use-renew'

const at = ({ account, region, name }: FunctionRef) => `/functions/${account}/${region}/${encodeURIComponent(name)}`
const keyOf = ({ account, region, name }: FunctionRef) => keys.function(account, region, name)

interface Edit {
  readonly etag?: string | null
}

export function useFunction(ref: FunctionRef) {
  return useQuery({ queryKey: keyOf(ref), queryFn: ({ signal }) => api<FunctionDetail>(at(ref), { signal }) })
}

export function useCreateFunction() {
  const renew = useRenew(keys.functions)
  return useMutation({
    mutationFn: (body: FunctionRef) => api<WriteResult>('/functions', { method: 'POST', body }),
    onSuccess: renew,
  })
}

export interface FunctionPatch {
  readonly code?: string
  readonly handler?: string
  readonly timeoutMs?: number
  readonly memoryMb?: number
  readonly events?: FunctionDetail['events']
}

export function useSaveFunction(ref: FunctionRef) {
  const renew = useRenew(keys.functions)
  return useMutation({
    mutationFn: ({ etag, ...body }: FunctionPatch & Edit) => api<WriteResult>(at(ref), { method: 'PUT', body, etag }),
    onSuccess: renew,
  })
}

export function useDeleteFunction(ref: FunctionRef) {
  const client = useQueryClient()
  const renew = useRenew(keys.functions)
  return useMutation({
    mutationFn: ({ etag }: Edit) => api<WriteResult>(at(ref), { method: 'DELETE', etag }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: keyOf(ref) })
      await renew()
    },
  })
}

/** Runs the saved code, or the given code, on one event. Nothing is stored. */
export function useInvokeFunction(ref: FunctionRef) {
  return useMutation({
    mutationFn: (body: { readonly event: unknown; readonly code?: string }) =>
      api<InvokeResult>(`${at(ref)}/invoke`, { method: 'POST', body }),
  })
}
