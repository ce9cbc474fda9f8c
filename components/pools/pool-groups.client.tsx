'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PoolDetail } from '@/lib/domain/console-api'
import { fieldError } from '../apis/field-errors'
import { errorText } from '../data/api-client'
import { useCreatePoolGroup, useDeletePoolGroup } from '../data/pool'
import { useEditReason } from '../data/session.client'
import { FormDrawer } from '../identity/form-drawer.client'
import { Button } from '../ui/button.client'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field.client'
import { IconButton } from '../ui/icon-button.client'
import { Input } from '../ui/input.client'
import { SectionHead } from './section-head'

/** Groups stand in the tokens of their members as `cognito:groups`. */
export function PoolGroups({ pool }: { readonly pool: PoolDetail }) {
  const editReason = useEditReason()
  const remove = useDeletePoolGroup(pool.id)
  const [creating, setCreating] = useState(false)
  const [deleting, setDeleting] = useState<string | null>(null)
  const add = (
    <Button size="dense" disabledReason={editReason} onClick={() => setCreating(true)}>
      <Plus size={14} aria-hidden />
      Create group
    </Button>
  )
  return (
    <>
      <SectionHead title="Groups">{add}</SectionHead>
      <DataTable
        label="Groups"
        rows={pool.groups}
        rowKey={(group) => group.name}
        columns={[
          { key: 'name', header: 'Name', cell: (group) => <span className="font-medium">{group.name}</span> },
          { key: 'description', header: 'Description', cell: (group) => <span className="text-ink-2">{group.description ?? ''}</span> },
          {
            key: 'precedence',
            header: 'Precedence',
            align: 'right',
            width: '112px',
            cell: (group) => group.precedence ?? <span className="text-ink-3">–</span>,
          },
          {
            key: 'delete',
            header: <span className="sr-only">Actions</span>,
            align: 'right',
            width: '64px',
            cell: (group) => (
              <IconButton
                label={`Delete group ${group.name}`}
                size="dense"
                disabledReason={editReason}
                onClick={() => setDeleting(group.name)}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            ),
          },
        ]}
        empty={
          <EmptyState title="No groups yet" footer={add}>
            The groups of a user stand in its tokens as cognito:groups, for authorizers and upstreams to read.
          </EmptyState>
        }
      />
      {creating && <CreateGroupDrawer pool={pool} onClose={() => setCreating(false)} />}
      <ConfirmDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={`Delete the group ${deleting ?? ''}`}
        description="Its members stay users. New tokens no longer name it; tokens that are out do until they expire."
        confirmLabel="Delete group"
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() => deleting && remove.mutate({ name: deleting }, { onSuccess: () => setDeleting(null) })}
      />
    </>
  )
}

function CreateGroupDrawer({ pool, onClose }: { readonly pool: PoolDetail; readonly onClose: () => void }) {
  const create = useCreatePoolGroup(pool.id)
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [precedence, setPrecedence] = useState('')
  const submit = () =>
    create.mutate(
      { name: name.trim(), ...(description && { description }), ...(precedence !== '' && { precedence: Number(precedence) }) },
      { onSuccess: onClose },
    )
  return (
    <FormDrawer
      title="Create group"
      submitLabel="Create group"
      pending={create.isPending}
      error={create.error}
      fields={['name', 'description', 'precedence']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={fieldError(create.error, 'name')}>
        <Input required autoFocus maxLength={128} value={name} onValueChange={setName} />
      </Field>
      <Field label="Description" error={fieldError(create.error, 'description')}>
        <Input maxLength={2048} value={description} onValueChange={setDescription} />
      </Field>
      <Field label="Precedence" hint="The lower number comes first among a user’s groups." error={fieldError(create.error, 'precedence')}>
        <Input inputMode="numeric" pattern="[0-9]*" value={precedence} onValueChange={setPrecedence} />
      </Field>
    </FormDrawer>
  )
}
