'use client'
import { Plus, Users } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PoolSummary } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { usePools } from '../data/pools'
import { useEditReason } from '../data/session.client'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { Copy } from '../ui/copy.client'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { TimeAgo } from '../ui/time-ago.client'
import { CreatePoolDrawer } from './create-pool-drawer.client'

const COLUMNS: readonly Column<PoolSummary>[] = [
  { key: 'name', header: 'User pool', sortBy: (row) => row.name, cell: (row) => <span className="font-medium">{row.name}</span> },
  { key: 'id', header: 'Id', cell: (row) => <Copy value={row.id} /> },
  {
    key: 'users',
    header: 'Users',
    align: 'right',
    width: '96px',
    sortBy: (row) => row.userCount,
    cell: (row) => row.userCount.toLocaleString('en'),
  },
  {
    key: 'clients',
    header: 'App clients',
    align: 'right',
    width: '120px',
    from: 'md',
    sortBy: (row) => row.clientCount,
    cell: (row) => row.clientCount,
  },
  {
    key: 'region',
    header: 'Account, region',
    from: 'lg',
    cell: (row) => <span className="text-ink-2">{`${row.account}, ${row.region}`}</span>,
  },
  {
    key: 'changed',
    header: 'Changed',
    align: 'right',
    from: 'md',
    sortBy: (row) => row.changed.revision,
    cell: (row) => (
      <span className="text-ink-3">
        r{row.changed.revision}, <TimeAgo at={row.changed.at} />
      </span>
    ),
  },
]

/** The workspace's user pools. */
export function PoolList() {
  const router = useRouter()
  const pools = usePools()
  const editReason = useEditReason()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" disabledReason={editReason} onClick={() => setCreating(true)}>
      <Plus size={14} aria-hidden />
      Create user pool
    </Button>
  )
  return (
    <>
      <PageHeader title="User pools" actions={pools.data?.length === 0 ? undefined : create} />
      {pools.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The user pools could not be read.">
          {errorText(pools.error)}
        </Callout>
      )}
      <DataTable
        label="User pools"
        columns={COLUMNS}
        rows={pools.data}
        rowKey={(row) => row.id}
        initialSort={{ key: 'name', direction: 'ascending' }}
        onOpen={(row) => router.push(`/pools/${encodeURIComponent(row.id)}`)}
        empty={
          <EmptyState
            title="No user pools yet"
            ways={[
              {
                icon: <Users size={18} aria-hidden />,
                title: 'Create a user pool',
                text: 'With its signing keys and a first app client',
                action: create,
              },
            ]}
          >
            A user pool keeps the users of an application, signs them in, and issues the tokens that APIs accept.
          </EmptyState>
        }
      />
      {creating && <CreatePoolDrawer onClose={() => setCreating(false)} />}
    </>
  )
}
