'use client'
import { KeyRound, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useRevokeToken, useTokens } from '@/components/data/console-users'
import { useRoleReason, useSession } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { type Column, DataTable } from '@/components/ui/data-table.client'
import { EmptyState } from '@/components/ui/empty-state'
import { TimeAgo } from '@/components/ui/time-ago.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiTokenView } from '@/lib/domain/console-api'
import { AdminsOnly } from './admins-only'
import { CreateTokenDrawer } from './create-token-drawer.client'

function columnsFor(onRevoke: (token: ApiTokenView) => void): readonly Column<ApiTokenView>[] {
  return [
    { key: 'name', header: 'Token', sortBy: (token) => token.name, cell: (token) => <span className="font-medium">{token.name}</span> },
    { key: 'role', header: 'Role', sortBy: (token) => token.role, cell: (token) => token.role },
    {
      key: 'created',
      header: 'Made',
      from: 'md',
      sortBy: (token) => token.createdAt,
      cell: (token) => <TimeAgo at={token.createdAt} className="num text-ink-2" />,
    },
    {
      key: 'used',
      header: 'Used',
      sortBy: (token) => token.lastUsedAt ?? '',
      cell: (token) =>
        token.lastUsedAt ? <TimeAgo at={token.lastUsedAt} className="num text-ink-2" /> : <span className="text-ink-3">never</span>,
    },
    {
      key: 'acts',
      header: <span className="sr-only">Actions</span>,
      align: 'right',
      cell: (token) => (
        <Button size="dense" variant="quiet" onClick={() => onRevoke(token)}>
          Revoke
        </Button>
      ),
    },
  ]
}

export function ApiTokens() {
  const { user } = useSession()
  const adminReason = useRoleReason('admin')
  const { data: tokens, error } = useTokens(adminReason === null)
  const revoke = useRevokeToken()
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiTokenView | null>(null)
  const columns = useMemo(() => columnsFor(setRevoking), [])
  if (adminReason) return <AdminsOnly what="API tokens" role={user.role} />
  const create = (
    <Button variant="primary" size="dense" onClick={() => setCreating(true)}>
      <Plus size={14} aria-hidden />
      Make token
    </Button>
  )
  return (
    <>
      {tokens?.length !== 0 && (
        <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
          <p className="text-meta text-ink-3">
            For scripts: <code className="font-mono">Authorization: Bearer …</code> on the management API.
          </p>
          <span className="ml-auto">{create}</span>
        </div>
      )}
      {error ? (
        <Callout tone="error" className="mx-6" title="The tokens could not be read">
          {errorText(error)}
        </Callout>
      ) : (
        <DataTable
          label="API tokens"
          columns={columns}
          rows={tokens}
          rowKey={(token) => token.id}
          empty={
            <EmptyState
              title="No API tokens yet"
              columns={[140, 64, 96, 96]}
              ways={[
                {
                  icon: <KeyRound size={16} strokeWidth={1.75} />,
                  title: 'Make a token',
                  text: 'With a role of its own; shown once',
                  action: create,
                },
              ]}
            >
              A token lets scripts use the management API as this console does: export the workspace in CI, apply it, evaluate requests.
            </EmptyState>
          }
        />
      )}
      {creating && <CreateTokenDrawer onClose={() => setCreating(false)} />}
      {revoking && (
        <ConfirmDialog
          open
          onClose={() => setRevoking(null)}
          title={`Revoke the token ${revoking.name}`}
          description="Scripts that use it get 401 from the next call on. A revoked token cannot be brought back."
          confirmLabel="Revoke token"
          pending={revoke.isPending}
          error={revoke.isError ? errorText(revoke.error) : undefined}
          onConfirm={() =>
            revoke.mutate(
              { id: revoking.id },
              {
                onSuccess: () => {
                  toast({ title: `${revoking.name} is revoked` })
                  setRevoking(null)
                },
              },
            )
          }
        />
      )}
    </>
  )
}
