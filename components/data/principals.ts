import { useQuery } from '@tanstack/react-query'
import type { AccountView } from '@/lib/domain/console-api'
import { api } from './api-client'
import { keys } from './query-keys'

/** Accounts with their users, roles, groups and managed policies. */
export function usePrincipals(options: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: keys.principals,
    queryFn: ({ signal }) => api<{ accounts: readonly AccountView[] }>('/principals', { signal }),
    select: (answer) => answer.accounts,
    enabled: options.enabled,
  })
}
