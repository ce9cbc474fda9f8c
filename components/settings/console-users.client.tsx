'use client'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useConsoleUsers, useUpdateConsoleUser } from '@/components/data/console-users'
import { useRoleReason, useSession } from '@/components/data/session.client'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { type Column, DataTable } from '@/components/ui/data-table.client'
import { Select } from '@/components/ui/select.client'
import { TimeAgo } from '@/components/ui/time-ago.client'
import { toast } from '@/components/ui/toast.client'
import type { ConsoleUserView, Role } from '@/lib/domain/console-api'
import { AdminsOnly } from './admins-only'
import { CreateUserDrawer } from './create-user-drawer.client'
import { ROLES } from './roles'

interface Acts {
  readonly ownId: string
  readonly onRole: (user: ConsoleUserView, role: Role) => void
  readonly onDisable: (user: ConsoleUserView) => void
  readonly onEnable: (user: ConsoleUserView) => void
}

function columnsFor({ ownId, onRole, onDisable, onEnable }: Acts): readonly Column<ConsoleUserView>[] {
  return [
    {
      key: 'name',
      header: 'User',
      sortBy: (user) => user.name,
      cell: (user) => (
        <span className="flex items-center gap-2">
          <span className="font-medium">{user.name}</span>
          {user.id === ownId && <Badge>you</Badge>}
          {user.disabled && <Badge tone="warning">disabled</Badge>}
        </span>
      ),
    },
    { key: 'email', header: 'E-mail', sortBy: (user) => user.email, cell: (user) => <span className="text-ink-2">{user.email}</span> },
    {
      key: 'role',
      header: 'Role',
      sortBy: (user) => user.role,
      cell: (user) =>
        user.id === ownId ? (
          <span className="px-2">{user.role}</span>
        ) : (
          <Select
            size="dense"
            label={`Role of ${user.name}`}
            className="min-w-24"
            value={user.role}
            onChange={(role) => onRole(user, role)}
            options={ROLES}
          />
        ),
    },
    {
      key: 'seen',
      header: 'Signed in',
      from: 'md',
      sortBy: (user) => user.lastSignInAt ?? '',
      cell: (user) =>
        user.lastSignInAt ? <TimeAgo at={user.lastSignInAt} className="num text-ink-2" /> : <span className="text-ink-3">never</span>,
    },
    {
      key: 'acts',
      header: <span className="sr-only">Actions</span>,
      align: 'right',
      cell: (user) =>
        user.id !== ownId && (
          <Button size="dense" variant="quiet" onClick={() => (user.disabled ? onEnable(user) : onDisable(user))}>
            {user.disabled ? 'Enable' : 'Disable'}
          </Button>
        ),
    },
  ]
}

export function ConsoleUsers() {
  const { user: self } = useSession()
  const adminReason = useRoleReason('admin')
  const { data: users, error } = useConsoleUsers(adminReason === null)
  const update = useUpdateConsoleUser()
  const { mutate } = update
  const [creating, setCreating] = useState(false)
  const [disabling, setDisabling] = useState<ConsoleUserView | null>(null)
  const columns = useMemo(() => {
    const failed = (failure: unknown) => toast({ type: 'error', title: 'Not changed', description: errorText(failure) })
    return columnsFor({
      ownId: self.id,
      onDisable: setDisabling,
      onEnable: (user) =>
        mutate({ id: user.id, disabled: false }, { onSuccess: () => toast({ title: `${user.name} can sign in again` }), onError: failed }),
      onRole: (user, role) =>
        mutate(
          { id: user.id, role },
          {
            onSuccess: () => toast({ title: `${user.name} is ${role} now`, undo: () => mutate({ id: user.id, role: user.role }) }),
            onError: failed,
          },
        ),
    })
  }, [self.id, mutate])
  if (adminReason) return <AdminsOnly what="console users" role={self.role} />
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
        <p className="text-meta text-ink-3">Who may sign in to this console. A change of role counts from the next click on.</p>
        <Button variant="primary" size="dense" className="ml-auto" onClick={() => setCreating(true)}>
          <Plus size={14} aria-hidden />
          Add user
        </Button>
      </div>
      {error ? (
        <Callout tone="error" className="mx-6" title="The users could not be read">
          {errorText(error)}
        </Callout>
      ) : (
        <DataTable label="Console users" columns={columns} rows={users} rowKey={(user) => user.id} />
      )}
      {creating && <CreateUserDrawer onClose={() => setCreating(false)} />}
      {disabling && (
        <ConfirmDialog
          open
          onClose={() => setDisabling(null)}
          title={`Disable ${disabling.name}`}
          description={`${disabling.email} is signed out everywhere and cannot sign in again until somebody enables the account.`}
          confirmLabel="Disable user"
          pending={update.isPending}
          error={update.isError ? errorText(update.error) : undefined}
          onConfirm={() =>
            update.mutate(
              { id: disabling.id, disabled: true },
              {
                onSuccess: () => {
                  toast({ title: `${disabling.name} is disabled`, undo: () => update.mutate({ id: disabling.id, disabled: false }) })
                  setDisabling(null)
                },
              },
            )
          }
        />
      )}
    </>
  )
}
