'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { PoolDetail } from '@/lib/domain/console-api'
import { errorText, isApiError } from '../data/api-client'
import { useDeletePool, usePool } from '../data/pool'
import { useEditReason } from '../data/session.client'
import { HistoryList } from '../history/history-list.client'
import { DetailSkeleton } from '../identity/detail-skeleton'
import { SideList } from '../identity/side-list'
import { Badge } from '../ui/badge'
import { Callout } from '../ui/callout'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { IconButton } from '../ui/icon-button.client'
import { PageHeader } from '../ui/page-header'
import { toast } from '../ui/toast.client'
import { PoolClients } from './pool-clients.client'
import { PoolGroups } from './pool-groups.client'
import { PoolOverview } from './pool-overview.client'
import { PoolUsers } from './pool-users.client'
import { RenamePoolDrawer } from './rename-pool-drawer.client'

/** One user pool: addresses, users, app clients, groups. */
export function PoolPage({ poolId }: { readonly poolId: string }) {
  const pool = usePool(poolId)
  if (pool.isPending) return <DetailSkeleton />
  if (pool.isError) {
    const gone = isApiError(pool.error) && pool.error.status === 404
    return (
      <Callout tone="error" className="m-6" title={gone ? 'There is no such user pool.' : 'The user pool could not be read.'}>
        {gone ? `The workspace has no ${poolId}.` : errorText(pool.error)}
      </Callout>
    )
  }
  return <Loaded pool={pool.data} />
}

function Loaded({ pool }: { readonly pool: PoolDetail }) {
  const router = useRouter()
  const editReason = useEditReason()
  const view = useSearchParams().get('view') ?? 'overview'
  const remove = useDeletePool(pool.id)
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null)
  const base = `/pools/${encodeURIComponent(pool.id)}`
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <PageHeader
        title={pool.name}
        badge={<Badge>user pool</Badge>}
        meta={
          <>
            <Copy value={pool.id} />
            <span>
              {pool.account}, {pool.region}
            </span>
          </>
        }
        actions={
          <>
            <IconButton label={`Rename ${pool.name}`} variant="secondary" disabledReason={editReason} onClick={() => setDialog('rename')}>
              <Pencil size={16} aria-hidden />
            </IconButton>
            <IconButton label={`Delete ${pool.name}`} variant="secondary" disabledReason={editReason} onClick={() => setDialog('delete')}>
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </>
        }
      />
      <div className="grid min-h-0 flex-1 border-t md:grid-cols-[248px_minmax(0,1fr)]">
        <SideList
          label={`Parts of ${pool.name}`}
          current={view}
          sections={[
            {
              label: 'User pool',
              items: [
                { key: 'overview', href: base, label: 'Overview' },
                { key: 'users', href: `${base}?view=users`, label: 'Users', hint: String(pool.userCount) },
                { key: 'clients', href: `${base}?view=clients`, label: 'App clients', hint: String(pool.clients.length) },
                { key: 'groups', href: `${base}?view=groups`, label: 'Groups', hint: String(pool.groups.length) },
                { key: 'history', href: `${base}?view=history`, label: 'History' },
              ],
            },
            {
              label: 'Used by',
              empty: 'no authorizer',
              items: pool.usedBy.map((use) => ({
                key: `${use.api} ${use.authorizer}`,
                href: `/apis/${encodeURIComponent(use.api)}/authorizers`,
                label: use.authorizer,
                hint: use.api,
              })),
            },
          ]}
        />
        <div className="flex min-w-0 flex-col md:min-h-0 md:overflow-y-auto">
          {view === 'users' ? (
            <PoolUsers pool={pool} />
          ) : view === 'clients' ? (
            <PoolClients pool={pool} />
          ) : view === 'groups' ? (
            <PoolGroups pool={pool} />
          ) : view === 'history' ? (
            <HistoryList kind="userPool" objectKey={pool.id} />
          ) : (
            <PoolOverview pool={pool} />
          )}
        </div>
      </div>
      {dialog === 'rename' && <RenamePoolDrawer pool={pool} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        open={dialog === 'delete'}
        onClose={() => setDialog(null)}
        title={`Delete the user pool ${pool.name}`}
        description="Its users, their passwords and its signing keys are gone, and its tokens are refused from the next request on."
        dependents={[
          `${pool.userCount} ${pool.userCount === 1 ? 'user' : 'users'}`,
          ...pool.clients.map((client) => `app client ${client.name}`),
          ...pool.usedBy.map((use) => `authorizer ${use.authorizer} of ${use.api}`),
        ]}
        confirmLabel={`Delete ${pool.name}`}
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() =>
          remove.mutate(
            { etag: pool.etag },
            {
              onSuccess: () => {
                toast({ title: `The user pool ${pool.name} is deleted` })
                router.push('/pools')
              },
            },
          )
        }
      />
    </div>
  )
}
