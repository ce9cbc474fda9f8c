'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PoolDetail } from '@/lib/domain/console-api'
import { fieldError } from '../apis/field-errors'
import { errorText } from '../data/api-client'
import { type NewPoolClientResult, useCreatePoolClient, useDeletePoolClient } from '../data/pool'
import { useEditReason, useRoleReason } from '../data/session.client'
import { FormDrawer } from '../identity/form-drawer.client'
import { ShowOnce } from '../identity/show-once.client'
import { Button } from '../ui/button.client'
import { Checkbox } from '../ui/checkbox.client'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field.client'
import { IconButton } from '../ui/icon-button.client'
import { Input } from '../ui/input.client'
import { SectionHead } from './section-head'

type Client = PoolDetail['clients'][number]

const FLOWS = [
  { value: 'ALLOW_USER_PASSWORD_AUTH', label: 'User name and password', hint: 'USER_PASSWORD_AUTH' },
  { value: 'ALLOW_REFRESH_TOKEN_AUTH', label: 'Refresh token', hint: 'REFRESH_TOKEN_AUTH' },
] as const

/** The applications that may sign users in. */
export function PoolClients({ pool }: { readonly pool: PoolDetail }) {
  const editReason = useEditReason()
  const remove = useDeletePoolClient(pool.id)
  const [creating, setCreating] = useState(false)
  const [deleting, setDeleting] = useState<Client | null>(null)
  const [made, setMade] = useState<{ name: string; result: NewPoolClientResult } | null>(null)
  const add = (
    <Button size="dense" disabledReason={editReason} onClick={() => setCreating(true)}>
      <Plus size={14} aria-hidden />
      Create app client
    </Button>
  )
  return (
    <>
      <SectionHead title="App clients">{add}</SectionHead>
      <DataTable
        label="App clients"
        columns={columns(editReason, setDeleting)}
        rows={pool.clients}
        rowKey={(client) => client.id}
        empty={
          <EmptyState title="No app clients yet" footer={add}>
            An app client is an application that may sign users of this pool in. Without one nobody gets a token.
          </EmptyState>
        }
      />
      {creating && (
        <CreateClientDrawer pool={pool} onClose={() => setCreating(false)} onMade={(name, result) => setMade({ name, result })} />
      )}
      {made?.result.secret && (
        <ShowOnce
          title={`App client ${made.name}`}
          description="The secret is shown this once."
          values={[
            ['Client id', made.result.id],
            ['Client secret', made.result.secret],
          ]}
          onClose={() => setMade(null)}
        />
      )}
      <ConfirmDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={`Delete the app client ${deleting?.name ?? ''}`}
        description="Nobody signs in through it any more, and its refresh tokens end."
        confirmLabel="Delete app client"
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() => deleting && remove.mutate({ clientId: deleting.id }, { onSuccess: () => setDeleting(null) })}
      />
    </>
  )
}

function columns(reason: string | null, onDelete: (client: Client) => void): readonly Column<Client>[] {
  return [
    { key: 'name', header: 'Name', cell: (client) => <span className="font-medium">{client.name}</span> },
    { key: 'id', header: 'Client id', cell: (client) => <Copy value={client.id} /> },
    {
      key: 'secret',
      header: 'Secret',
      width: '96px',
      cell: (client) => (client.hasSecret ? 'yes' : <span className="text-ink-3">public</span>),
    },
    {
      key: 'flows',
      header: 'Sign-in flows',
      from: 'lg',
      cell: (client) => (
        <span className="font-mono text-meta text-ink-2">
          {client.explicitAuthFlows.map((flow) => flow.replace(/^ALLOW_/, '')).join(', ') || 'none'}
        </span>
      ),
    },
    {
      key: 'delete',
      header: <span className="sr-only">Actions</span>,
      align: 'right',
      width: '64px',
      cell: (client) => (
        <IconButton label={`Delete app client ${client.name}`} size="dense" disabledReason={reason} onClick={() => onDelete(client)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      ),
    },
  ]
}

interface CreateClientDrawerProps {
  readonly pool: PoolDetail
  readonly onClose: () => void
  readonly onMade: (name: string, result: NewPoolClientResult) => void
}

function CreateClientDrawer({ pool, onClose, onMade }: CreateClientDrawerProps) {
  const create = useCreatePoolClient(pool.id)
  const adminReason = useRoleReason('admin')
  const [name, setName] = useState('')
  const [generateSecret, setGenerateSecret] = useState(false)
  const [flows, setFlows] = useState<ReadonlySet<string>>(new Set(FLOWS.map((flow) => flow.value)))
  const submit = () =>
    create.mutate(
      { name: name.trim(), generateSecret, explicitAuthFlows: FLOWS.map((flow) => flow.value).filter((flow) => flows.has(flow)) },
      {
        onSuccess: (result) => {
          onClose()
          onMade(name.trim(), result)
        },
      },
    )
  return (
    <FormDrawer
      title="Create app client"
      submitLabel="Create app client"
      pending={create.isPending}
      error={create.error}
      fields={['name']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={fieldError(create.error, 'name')}>
        <Input required autoFocus maxLength={128} value={name} onValueChange={setName} placeholder="web" />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="pb-2 text-table font-medium">Sign-in flows</legend>
        {FLOWS.map((flow) => (
          <Checkbox
            key={flow.value}
            label={flow.label}
            hint={<code className="font-mono">{flow.hint}</code>}
            checked={flows.has(flow.value)}
            onChange={(on) => setFlows(new Set(on ? [...flows, flow.value] : [...flows].filter((item) => item !== flow.value)))}
          />
        ))}
      </fieldset>
      <Checkbox
        label="Generate a client secret"
        hint={adminReason ?? 'For applications on a server. It is shown once.'}
        disabled={adminReason !== null}
        checked={generateSecret}
        onChange={setGenerateSecret}
      />
    </FormDrawer>
  )
}
