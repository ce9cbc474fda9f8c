'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { NewAccessKey, PrincipalDetail } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useCreateAccessKey, useDeleteAccessKey, useUpdateAccessKey } from '../data/principal'
import { useEditReason, useRoleReason } from '../data/session.client'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { IconButton } from '../ui/icon-button.client'
import { Panel } from '../ui/panel'
import { toast } from '../ui/toast.client'
import { Empty, Line } from './panel-lines'
import { ShowOnce } from './show-once.client'

const KEYS_MAX = 2

/** Access keys of a user. A secret is shown once, when it is made. */
export function AccessKeys({ principal }: { readonly principal: PrincipalDetail }) {
  const editReason = useEditReason()
  const adminReason = useRoleReason('admin')
  const create = useCreateAccessKey(principal.arn)
  const update = useUpdateAccessKey()
  const remove = useDeleteAccessKey()
  const [made, setMade] = useState<NewAccessKey | null>(null)
  const [deleting, setDeleting] = useState<string | null>(null)
  const full = principal.accessKeys.length >= KEYS_MAX ? 'A user has two access keys at most, as on AWS.' : null
  const fail = (error: unknown) => toast({ type: 'error', title: 'The access key was not changed', description: errorText(error) })
  return (
    <>
      <Panel
        title="Access keys"
        actions={
          <Button
            size="dense"
            disabledReason={adminReason ?? full}
            pending={create.isPending}
            onClick={() => create.mutate(undefined, { onSuccess: setMade, onError: fail })}
          >
            <Plus size={14} aria-hidden />
            Create access key
          </Button>
        }
      >
        {principal.accessKeys.length === 0 && <Empty>None. Without one {principal.name} can sign nothing.</Empty>}
        {principal.accessKeys.map((key) => (
          <Line key={key.id} label={<Copy value={key.id} className="text-code text-ink" />}>
            {key.active ? <Badge tone="outline">active</Badge> : <Badge tone="warning">inactive</Badge>}
            <Button
              size="dense"
              variant="quiet"
              disabledReason={editReason}
              onClick={() => update.mutate({ id: key.id, active: !key.active }, { onError: fail })}
            >
              {key.active ? 'Deactivate' : 'Activate'}
            </Button>
            <IconButton label={`Delete access key ${key.id}`} size="dense" disabledReason={editReason} onClick={() => setDeleting(key.id)}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </Line>
        ))}
      </Panel>
      {made && (
        <ShowOnce
          title={`Access key of ${principal.name}`}
          description="The secret is shown this once. Gatehouse keeps it encrypted and never shows it again."
          values={[
            ['Access key id', made.accessKeyId],
            ['Secret access key', made.secretAccessKey],
            ['For a shell', `export AWS_ACCESS_KEY_ID=${made.accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${made.secretAccessKey}`],
          ]}
          onClose={() => setMade(null)}
        />
      )}
      <ConfirmDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={`Delete the access key ${deleting ?? ''}`}
        description={`What ${principal.name} signs with it is refused from the next request on. It cannot be brought back.`}
        confirmLabel="Delete access key"
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() => deleting && remove.mutate({ id: deleting }, { onSuccess: () => setDeleting(null) })}
      />
    </>
  )
}
