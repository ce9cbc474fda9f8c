import { useMutation } from '@tanstack/react-query'
import type { WriteResult } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'
import { useRenew } from './use-renew'

export function useCreateAccount() {
  const renew = useRenew(keys.principals)
  return useMutation({
    mutationFn: (body: { readonly id: string; readonly alias?: string }) => api<WriteResult>('/accounts', { method: 'POST', body }),
    onSuccess: renew,
  })
}
