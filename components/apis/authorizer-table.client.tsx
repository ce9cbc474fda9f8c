'use client'
import { Plus, SquareFunction, Users } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { useApi } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { type Column, DataTable } from '@/components/ui/data-table.client'
import { EmptyState } from '@/components/ui/empty-state'
import type { ApiDetail } from '@/lib/domain/console-api'
import type { AuthorizerSpec } from '@/lib/domain/derived-api'
import { AuthorizerDrawer } from './authorizer-drawer.client'
import { routesUsing } from './routes-using'

function sourceOf(spec: AuthorizerSpec): string {
  if (spec.type !== 'REQUEST') return `header ${spec.header}`
  return spec.identitySources.map((source) => `${source.from} ${source.name}`).join(', ') || 'none'
}

function Decider({ spec }: { readonly spec: AuthorizerSpec }) {
  if (spec.type === 'COGNITO_USER_POOLS')
    return (
      <span className="flex flex-wrap gap-x-3">
        {spec.poolIds.map((id) => (
          <Link
            key={id}
            href={`/pools/${encodeURIComponent(id)}`}
            onClick={(event) => event.stopPropagation()}
            className="link rounded-mark font-mono text-code"
          >
            {id}
          </Link>
        ))}
      </span>
    )
  const { account, region, name } = spec.function
  return (
    <Link
      href={`/authorizers/${account}/${region}/${encodeURIComponent(name)}`}
      onClick={(event) => event.stopPropagation()}
      className="link rounded-mark"
    >
      {name}
    </Link>
  )
}

function columnsFor(api: ApiDetail): readonly Column<AuthorizerSpec>[] {
  return [
    {
      key: 'name',
      header: 'Authorizer',
      sortBy: (spec) => spec.name,
      cell: (spec) => {
        const Icon = spec.type === 'COGNITO_USER_POOLS' ? Users : SquareFunction
        return (
          <span className="flex items-center gap-2">
            <Icon size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
            <span className="font-medium">{spec.name}</span>
          </span>
        )
      },
    },
    { key: 'type', header: 'Type', sortBy: (spec) => spec.type, cell: (spec) => <span className="text-ink-2">{spec.type}</span> },
    { key: 'source', header: 'Identity source', from: 'md', cell: (spec) => <span className="text-ink-2">{sourceOf(spec)}</span> },
    { key: 'decider', header: 'Decided by', from: 'md', cell: (spec) => <Decider spec={spec} /> },
    {
      key: 'ttl',
      header: 'Cached',
      from: 'lg',
      align: 'right',
      sortBy: (spec) => (spec.type === 'COGNITO_USER_POOLS' ? -1 : spec.ttlSec),
      cell: (spec) =>
        spec.type === 'COGNITO_USER_POOLS' ? <span className="text-ink-3">never</span> : spec.ttlSec === 0 ? 'off' : `${spec.ttlSec} s`,
    },
    {
      key: 'routes',
      header: 'Routes',
      align: 'right',
      sortBy: (spec) => routesUsing(api, spec.name).length,
      cell: (spec) => routesUsing(api, spec.name).length,
    },
  ]
}

export function AuthorizerTable({ apiId }: { readonly apiId: string }) {
  const { data: api } = useApi(apiId)
  const editReason = useEditReason()
  // undefined: closed; null: a new authorizer.
  const [open, setOpen] = useState<AuthorizerSpec | null | undefined>(undefined)
  const columns = useMemo(() => (api ? columnsFor(api) : []), [api])
  if (!api)
    return (
      <DataTable
        label="Authorizers"
        columns={[{ key: 'name', header: 'Authorizer', cell: () => null }]}
        rows={undefined}
        rowKey={() => ''}
      />
    )
  const add = (
    <Button variant="primary" size="dense" disabledReason={editReason} onClick={() => setOpen(null)}>
      <Plus size={14} aria-hidden />
      Add authorizer
    </Button>
  )
  return (
    <>
      {api.authorizers.length > 0 && (
        <div className="flex items-center gap-2 px-4 py-3 md:px-6">
          <p className="text-meta text-ink-3">Who decides on routes that are neither open nor signed.</p>
          <span className="ml-auto">{add}</span>
        </div>
      )}
      <DataTable
        label={`Authorizers of ${api.name}`}
        columns={columns}
        rows={api.authorizers}
        rowKey={(spec) => spec.name}
        currentKey={open?.name}
        onOpen={(spec) => setOpen(spec)}
        empty={
          <EmptyState
            title="No authorizers yet"
            columns={[120, 80, 160, 120]}
            ways={[
              {
                icon: <SquareFunction size={16} strokeWidth={1.75} />,
                title: 'Add an authorizer',
                text: 'A function that answers with a policy, or a user pool whose tokens count',
                action: add,
              },
            ]}
          >
            An authorizer decides on routes that are neither open nor signed with IAM. Once it is there, a route can name it as its
            authorization.
          </EmptyState>
        }
      />
      {open !== undefined && <AuthorizerDrawer key={open?.name ?? 'new'} api={api} authorizer={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
