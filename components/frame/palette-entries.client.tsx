'use client'
import { type LucideIcon, SquareFunction, User, UserCog, Users, Waypoints } from 'lucide-react'
import { useMemo } from 'react'
import { useApis } from '@/components/data/apis'
import { useFunctions } from '@/components/data/functions'
import { usePools } from '@/components/data/pools'
import { usePrincipals } from '@/components/data/principals'
import { ALL_PAGES } from './navigation'

export interface PaletteEntry {
  readonly label: string
  readonly hint: string
  readonly group: string
  readonly href: string
  readonly icon: LucideIcon
  readonly mono?: boolean
}

const API_TABS = [
  ['routes', ''],
  ['resource policy', '/policy'],
  ['authorizers', '/authorizers'],
  ['stages', '/stages'],
  ['definition', '/definition'],
  ['history', '/history'],
] as const

/** Pages and objects as they are now. Asked for only while the palette is open. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const { data: apis } = useApis()
  const { data: accounts } = usePrincipals()
  const { data: pools } = usePools()
  const { data: functions } = useFunctions()
  return useMemo(
    () => [
      ...ALL_PAGES.map((page) => ({ label: page.label, hint: '', group: 'Pages', href: page.href, icon: page.icon })),
      ...(apis ?? []).flatMap((api) =>
        API_TABS.map(([tab, path]) => ({
          label: path === '' ? api.name : `${api.name}, ${tab}`,
          hint: path === '' ? `${api.protocol}, ${api.routeCount} routes` : api.id,
          group: 'APIs',
          href: `/apis/${api.id}${path}`,
          icon: Waypoints,
        })),
      ),
      ...(accounts ?? []).flatMap((account) =>
        [...account.users, ...account.roles].map((principal) => ({
          label: principal.name,
          hint: `${principal.type} in ${account.alias ?? account.id}`,
          group: 'Principals',
          href: `/accounts/${encodeURIComponent(principal.arn)}`,
          icon: principal.type === 'role' ? UserCog : User,
        })),
      ),
      ...(pools ?? []).map((pool) => ({
        label: pool.name,
        hint: pool.id,
        group: 'User pools',
        href: `/pools/${encodeURIComponent(pool.id)}`,
        icon: Users,
      })),
      ...(functions ?? []).map((item) => ({
        label: item.name,
        hint: `function, ${item.region}`,
        group: 'Authorizers',
        href: `/authorizers/${item.account}/${item.region}/${encodeURIComponent(item.name)}`,
        icon: SquareFunction,
      })),
    ],
    [apis, accounts, pools, functions],
  )
}
