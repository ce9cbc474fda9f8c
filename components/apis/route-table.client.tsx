'use client'
import { Globe, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useApi } from '@/components/data/apis'
import { useRequests } from '@/components/data/requests'
import { useEditReason } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { cx } from '@/components/ui/cx'
import { type Column, DataTable } from '@/components/ui/data-table.client'
import { EmptyState } from '@/components/ui/empty-state'
import { MethodChip } from '@/components/ui/method-chip'
import { RoutePath } from '@/components/ui/route-path'
import { SearchInput } from '@/components/ui/search-input.client'
import { Select } from '@/components/ui/select.client'
import type { ApiDetail, RequestView } from '@/lib/domain/console-api'
import type { IntegrationSpec, RouteSpec } from '@/lib/domain/derived-api'
import { AuthLook, describeAuth } from './auth-look'
import { countVerdicts } from './count-verdicts'
import { METHODS } from './route-draft'
import { RouteDrawer } from './route-drawer.client'
import { VerdictNumbers, VerdictSplit } from './verdict-split'

const AUTH_OPTIONS = [
  { value: 'any', label: 'any' },
  { value: 'NONE', label: 'none' },
  { value: 'AWS_IAM', label: 'AWS_IAM' },
  { value: 'COGNITO_USER_POOLS', label: 'user pool' },
  { value: 'CUSTOM', label: 'Lambda' },
] as const
type AuthFilter = (typeof AUTH_OPTIONS)[number]['value']

const ECHO_HOST = 'echo.gatehouse.internal'

function integrationName(integration: IntegrationSpec): string {
  if (integration.type === 'MOCK') return 'MOCK'
  const host = /^https?:\/\/([^/?#]+)/.exec(integration.uri)?.[1] ?? integration.uri
  return host === ECHO_HOST ? 'echo' : host
}

/** Paths of one parent stand together, reads before writes. */
function byPath(a: RouteSpec, b: RouteSpec): number {
  return a.path.localeCompare(b.path, 'en') || METHODS.indexOf(a.method) - METHODS.indexOf(b.method)
}

function columnsFor(api: ApiDetail, requests: readonly RequestView[]): readonly Column<RouteSpec>[] {
  const counts = countVerdicts(requests, (request) => request.routeKey)
  const max = Math.max(1, ...[...counts.values()].map((count) => count.allowed + count.denied))
  const countOf = (route: RouteSpec) => counts.get(route.key) ?? { allowed: 0, denied: 0 }
  return [
    {
      key: 'route',
      header: 'Route',
      width: '36%',
      sortBy: (route) => route.path,
      cell: (route) => (
        <span className="flex items-center gap-3">
          <MethodChip method={route.method} />
          <RoutePath path={route.path} />
        </span>
      ),
    },
    {
      key: 'auth',
      header: 'Authorization',
      width: '28%',
      sortBy: (route) => describeAuth(route.auth, api.authorizers).name,
      cell: (route) => <AuthLook auth={route.auth} authorizers={api.authorizers} />,
    },
    {
      key: 'integration',
      header: 'Integration',
      from: 'md',
      sortBy: (route) => integrationName(route.integration),
      cell: (route) => <span className="text-ink-2">{integrationName(route.integration)}</span>,
    },
    {
      key: 'bar',
      header: 'Latest requests',
      from: 'lg',
      cell: (route) => <VerdictSplit counts={countOf(route)} max={max} />,
    },
    {
      key: 'allow',
      header: 'Allow',
      align: 'right',
      from: 'lg',
      width: '72px',
      sortBy: (route) => countOf(route).allowed,
      cell: (route) => <span className={cx(countOf(route).allowed === 0 && 'text-ink-3')}>{countOf(route).allowed}</span>,
    },
    {
      key: 'deny',
      header: 'Deny',
      align: 'right',
      from: 'lg',
      width: '72px',
      sortBy: (route) => countOf(route).denied,
      cell: (route) => (
        <span className={countOf(route).denied === 0 ? 'text-ink-3' : 'font-medium text-deny'}>{countOf(route).denied}</span>
      ),
    },
  ]
}

export function RouteTable({ apiId }: { readonly apiId: string }) {
  const { data: api } = useApi(apiId)
  const { data: requests } = useRequests({ api: apiId, limit: '200' }, 15_000)
  const editReason = useEditReason()
  const [query, setQuery] = useState('')
  const [auth, setAuth] = useState<AuthFilter>('any')
  const [method, setMethod] = useState('any')
  // undefined: closed; null: a new route.
  const [open, setOpen] = useState<RouteSpec | null | undefined>(undefined)

  const columns = useMemo(() => (api ? columnsFor(api, requests ?? []) : []), [api, requests])
  const sorted = useMemo(() => api && [...api.routes].sort(byPath), [api])
  if (!api || !sorted)
    return <DataTable label="Routes" columns={[{ key: 'route', header: 'Route', cell: () => null }]} rows={undefined} rowKey={() => ''} />

  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = sorted.filter((route) => {
    const text = `${route.key} ${describeAuth(route.auth, api.authorizers).name} ${integrationName(route.integration)}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (auth === 'any' || route.auth.type === auth) &&
      (method === 'any' || route.method === method)
    )
  })
  const publicCount = api.routes.filter((route) => route.auth.type === 'NONE').length
  const total = countVerdicts(requests ?? [], () => 'all').get('all')
  const addRoute = (
    <Button variant="primary" size="dense" disabledReason={editReason} onClick={() => setOpen(null)}>
      <Plus size={14} aria-hidden />
      Add route
    </Button>
  )
  return (
    <>
      {api.routes.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
          <SearchInput label="Path, method, authorizer" value={query} onChange={setQuery} className="w-60 max-sm:w-full" />
          <Select look="token" size="dense" label="Authorization" value={auth} onChange={setAuth} options={AUTH_OPTIONS} />
          <Select
            look="token"
            size="dense"
            label="Method"
            value={method}
            onChange={setMethod}
            options={['any', ...new Set(api.routes.map((route) => route.method))].map((value) => ({ value, label: value }))}
          />
          {publicCount > 0 && (
            <Button
              size="dense"
              aria-pressed={auth === 'NONE'}
              onClick={() => setAuth(auth === 'NONE' ? 'any' : 'NONE')}
              className="aria-pressed:bg-selected"
            >
              <Globe size={14} aria-hidden />
              <span className="font-normal text-ink-2">no authorization</span> {publicCount}
            </Button>
          )}
          <span className="ml-auto flex items-center gap-4">
            {total && <VerdictNumbers counts={total} />}
            {addRoute}
          </span>
        </div>
      )}
      <DataTable
        label={`Routes of ${api.name}`}
        columns={columns}
        rows={rows}
        rowKey={(route) => route.key}
        currentKey={open?.key}
        onOpen={(route) => setOpen(route)}
        empty={
          api.routes.length > 0 ? (
            <p className="border-t px-6 py-10 text-center text-table text-ink-3">No route matches the filter.</p>
          ) : (
            <EmptyState
              title="No routes yet"
              columns={[52, 160, 120, 96]}
              ways={[
                {
                  icon: <Plus size={16} strokeWidth={1.75} />,
                  title: 'Add a route',
                  text: 'Method, path, who may call it, and where it goes',
                  action: addRoute,
                },
              ]}
            >
              A route is a method and a path. Without one, every call of {api.name} is answered as AWS answers a wrong path: 403, Missing
              Authentication Token.
            </EmptyState>
          )
        }
      />
      {open !== undefined && <RouteDrawer key={open?.key ?? 'new'} api={api} route={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
