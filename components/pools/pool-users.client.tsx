'use client'
import { Ban, Check, EllipsisVertical, FlaskConical, KeyRound, Plus, Trash2, UsersRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PoolDetail, PoolUserView } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useDeletePoolUser, usePoolUsers, useUpdatePoolUser } from '../data/pool'
import { useEditReason } from '../data/session.client'
import { EMPTY_REQUEST, writeRequest } from '../playground/request-state'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button.client'
import { Menu, type MenuItem } from '../ui/menu.client'
import { toast } from '../ui/toast.client'
import { CreateUserDrawer, GroupsDrawer, PasswordDrawer } from './pool-user-drawers.client'
import { SectionHead } from './section-head'

type Open = { readonly what: 'create' } | { readonly what: 'password' | 'groups' | 'delete'; readonly user: PoolUserView } | null

/** The users of a pool. */
export function PoolUsers({ pool }: { readonly pool: PoolDetail }) {
  const router = useRouter()
  const users = usePoolUsers(pool.id)
  const update = useUpdatePoolUser(pool.id)
  const remove = useDeletePoolUser(pool.id)
  const editReason = useEditReason()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const rows = users.data?.pages.flatMap((page) => page.items)
  const add = (
    <Button size="dense" disabledReason={editReason} onClick={() => setOpen({ what: 'create' })}>
      <Plus size={14} aria-hidden />
      Create user
    </Button>
  )
  const setEnabled = (user: PoolUserView) =>
    update.mutate(
      { username: user.username, enabled: !user.enabled },
      {
        onSuccess: () => toast({ title: `${user.username} is ${user.enabled ? 'disabled' : 'enabled'}` }),
        onError: (error) => toast({ type: 'error', title: `${user.username} was not changed`, description: errorText(error) }),
      },
    )
  const actions = (user: PoolUserView): readonly MenuItem[] => [
    { label: 'Try in playground', icon: <FlaskConical size={14} aria-hidden />, onSelect: () => router.push(tryHref(pool, user)) },
    ...(editReason
      ? []
      : [
          {
            label: 'Set password',
            icon: <KeyRound size={14} aria-hidden />,
            separated: true,
            onSelect: () => setOpen({ what: 'password', user }),
          },
          { label: 'Change groups', icon: <UsersRound size={14} aria-hidden />, onSelect: () => setOpen({ what: 'groups', user }) },
          {
            label: user.enabled ? 'Disable' : 'Enable',
            icon: user.enabled ? <Ban size={14} aria-hidden /> : <Check size={14} aria-hidden />,
            onSelect: () => setEnabled(user),
          },
          {
            label: 'Delete',
            icon: <Trash2 size={14} aria-hidden />,
            separated: true,
            destructive: true,
            onSelect: () => setOpen({ what: 'delete', user }),
          },
        ]),
  ]
  return (
    <>
      <SectionHead title="Users">{add}</SectionHead>
      {users.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The users could not be read.">
          {errorText(users.error)}
        </Callout>
      )}
      <DataTable
        label="Users"
        rows={users.isError ? [] : rows}
        rowKey={(user) => user.username}
        columns={columns(actions)}
        empty={
          <EmptyState title="No users yet" footer={add}>
            Users sign in with one of the pool’s app clients and get tokens that APIs accept.
          </EmptyState>
        }
      />
      {users.hasNextPage && (
        <div className="p-4 md:px-6">
          <Button size="dense" pending={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {open?.what === 'create' && <CreateUserDrawer pool={pool} onClose={close} />}
      {open?.what === 'password' && <PasswordDrawer pool={pool} user={open.user} onClose={close} />}
      {open?.what === 'groups' && <GroupsDrawer pool={pool} user={open.user} onClose={close} />}
      {open?.what === 'delete' && (
        <ConfirmDialog
          open
          onClose={close}
          title={`Delete the user ${open.user.username}`}
          description={`${open.user.username} can no longer sign in. Tokens that are out are accepted until they expire, as on AWS.`}
          confirmLabel={`Delete ${open.user.username}`}
          pending={remove.isPending}
          error={remove.isError ? errorText(remove.error) : undefined}
          onConfirm={() => remove.mutate({ username: open.user.username }, { onSuccess: close })}
        />
      )}
    </>
  )
}

function columns(actions: (user: PoolUserView) => readonly MenuItem[]): readonly Column<PoolUserView>[] {
  return [
    {
      key: 'username',
      header: 'User name',
      sortBy: (user) => user.username,
      cell: (user) => <span className="font-medium">{user.username}</span>,
    },
    {
      key: 'status',
      header: 'Status',
      width: '232px',
      sortBy: (user) => user.status,
      cell: (user) => (
        <span className="flex items-center gap-2">
          <span className="font-mono text-meta text-ink-2">{user.status}</span>
          {!user.enabled && <Badge tone="warning">disabled</Badge>}
        </span>
      ),
    },
    {
      key: 'email',
      header: 'E-mail',
      from: 'md',
      cell: (user) => <span className="text-ink-2">{user.attributes.find((attribute) => attribute.name === 'email')?.value ?? ''}</span>,
    },
    { key: 'groups', header: 'Groups', from: 'md', cell: (user) => <span className="text-ink-2">{user.groups.join(', ')}</span> },
    { key: 'sub', header: 'sub', from: 'xl', cell: (user) => <Copy value={user.sub} max={18} /> },
    {
      key: 'actions',
      header: <span className="sr-only">Actions</span>,
      align: 'right',
      width: '64px',
      cell: (user) => (
        <Menu
          trigger={
            <IconButton label={`Actions for ${user.username}`} size="dense">
              <EllipsisVertical size={14} aria-hidden />
            </IconButton>
          }
          items={actions(user)}
        />
      ),
    },
  ]
}

function tryHref(pool: PoolDetail, user: PoolUserView): string {
  const caller = { type: 'poolUser', pool: pool.id, username: user.username, client: pool.clients[0]?.id ?? '', tokenUse: 'id' } as const
  const request = writeRequest({ ...EMPTY_REQUEST, caller, api: pool.usedBy[0]?.api ?? '' })
  return `/playground?${request}`
}
