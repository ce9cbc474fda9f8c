import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AccountView, PoolDetail, PoolUserView } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'
import { api } from '../data/api-client'
import { usePools } from '../data/pools'
import { usePrincipals } from '../data/principals'
import { keys } from '../data/query-keys'

export interface CallerOption {
  readonly key: string
  readonly group: string
  readonly icon: 'user' | 'role' | 'poolUser' | 'anonymous' | 'raw'
  readonly label: string
  readonly hint: string
  readonly caller: EvaluateCaller
}

export interface CallerOptions {
  readonly options: readonly CallerOption[]
  readonly accounts: readonly AccountView[]
  readonly pools: readonly PoolDetail[]
  readonly loading: boolean
}

/** Everybody that the playground can pretend to be. */
export function useCallerOptions(): CallerOptions {
  const principals = usePrincipals()
  const pools = usePools()
  const ids = pools.data?.map((pool) => pool.id) ?? []
  const details = useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.pool(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => api<PoolDetail>(`/pools/${encodeURIComponent(id)}`, { signal }),
    })),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data] : [])),
  })
  const users = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.poolUsers(id), 'first page'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api<{ items: readonly PoolUserView[] }>(`/pools/${encodeURIComponent(id)}/users`, { signal }),
    })),
    combine: (results) => results.map((result) => result.data?.items ?? []),
  })
  const accounts = principals.data ?? []
  return useMemo(
    () => ({
      options: [
        OTHER_ANONYMOUS,
        ...accounts.flatMap(accountOptions),
        ...details.flatMap((pool) => poolOptions(pool, users[ids.indexOf(pool.id)] ?? [])),
        OTHER_RAW,
      ],
      accounts,
      pools: details,
      loading: principals.isPending || pools.isPending,
    }),
    [accounts, details, users, ids, principals.isPending, pools.isPending],
  )
}

const OTHER_ANONYMOUS: CallerOption = {
  key: 'anonymous',
  group: 'Nobody',
  icon: 'anonymous',
  label: 'anonymous',
  hint: 'no credential',
  caller: { type: 'anonymous' },
}
const OTHER_RAW: CallerOption = {
  key: 'raw',
  group: 'Other',
  icon: 'raw',
  label: 'your own headers',
  hint: 'a token you paste, a signature you made',
  caller: { type: 'raw' },
}

function accountOptions(account: AccountView): readonly CallerOption[] {
  const group = `IAM in ${account.alias ?? account.id}`
  return [...account.users, ...account.roles].map((principal) => ({
    key: principal.arn,
    group,
    icon: principal.type,
    label: principal.name,
    hint:
      principal.type === 'role' ? 'role' : principal.groups.join(', ') || (principal.policyCount === 0 ? 'no policies' : 'own policies'),
    caller: {
      type: 'iam',
      arn: principal.arn,
      ...(principal.type === 'role' && { session: { name: 'playground' } }),
    },
  }))
}

function poolOptions(pool: PoolDetail, users: readonly PoolUserView[]): readonly CallerOption[] {
  return users.map((user) => ({
    key: `${pool.id} ${user.username}`,
    group: `Pool users in ${pool.name}`,
    icon: 'poolUser',
    label: user.username,
    hint: [...user.groups, ...(user.enabled ? [] : ['disabled']), ...(user.status === 'CONFIRMED' ? [] : [user.status])].join(', '),
    caller: { type: 'poolUser', pool: pool.id, username: user.username, client: pool.clients[0]?.id ?? '', tokenUse: 'id' },
  }))
}

export function optionKey(caller: EvaluateCaller): string {
  if (caller.type === 'iam') return caller.arn
  return caller.type === 'poolUser' ? `${caller.pool} ${caller.username}` : caller.type
}
