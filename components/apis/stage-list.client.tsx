'use client'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useApi, useDeleteStage } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { CopyButton } from '@/components/ui/copy.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import { StageDrawer } from './stage-drawer.client'

type Stage = ApiDetail['stageDetails'][number]

function StagePanel({
  stage,
  editReason,
  onEdit,
  onDelete,
}: {
  readonly stage: Stage
  readonly editReason: string | null
  readonly onEdit: () => void
  readonly onDelete: () => void
}) {
  const variables = Object.entries(stage.variables)
  return (
    <Panel
      title={<span className="font-mono">{stage.name}</span>}
      actions={
        <>
          <IconButton label={`Edit ${stage.name}`} size="dense" disabledReason={editReason} onClick={onEdit}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton label={`Delete ${stage.name}`} size="dense" disabledReason={editReason} onClick={onDelete}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </>
      }
    >
      {stage.invokeUrls.map((url, index) => (
        <div key={url} className="grid grid-cols-[1fr_auto] items-center gap-x-3 px-4 py-2 sm:grid-cols-[120px_1fr_auto]">
          <span className="text-meta text-ink-3">{index === 0 ? 'Invoke URL' : 'By host name'}</span>
          <span className="cut font-mono text-code max-sm:row-start-2">{url}</span>
          <CopyButton text={url} label="Copy the address" />
        </div>
      ))}
      <div className="grid gap-x-3 gap-y-1 px-4 py-2.5 sm:grid-cols-[120px_1fr]">
        <span className="text-meta leading-5 text-ink-3">Stage variables</span>
        {variables.length === 0 ? (
          <span className="text-table text-ink-3">none</span>
        ) : (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 font-mono text-code">
            {variables.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-2">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Panel>
  )
}

export function StageList({ apiId }: { readonly apiId: string }) {
  const { data: api } = useApi(apiId)
  const editReason = useEditReason()
  const remove = useDeleteStage(apiId)
  // undefined: closed; null: a new stage.
  const [editing, setEditing] = useState<Stage | null | undefined>(undefined)
  const [deleting, setDeleting] = useState<Stage | null>(null)
  if (!api)
    return (
      <div aria-busy="true" className="grid gap-4 p-6">
        <Skeleton className="h-32 w-full max-w-200" />
        <Skeleton className="h-32 w-full max-w-200" />
      </div>
    )
  const add = (
    <Button variant="primary" size="dense" disabledReason={editReason} onClick={() => setEditing(null)}>
      <Plus size={14} aria-hidden />
      Add stage
    </Button>
  )
  return (
    <>
      {api.stageDetails.length === 0 ? (
        <EmptyState
          title="No stages yet"
          columns={[96, 320, 96]}
          ways={[
            {
              icon: <Plus size={16} strokeWidth={1.75} />,
              title: 'Add a stage',
              text: 'A name in the address, and variables for the upstreams',
              action: add,
            },
          ]}
        >
          A stage makes an API callable: its name is the segment after the API id. Without one nobody reaches {api.name}.
        </EmptyState>
      ) : (
        <div className="grid max-w-220 gap-6 px-4 py-3 md:px-6">
          <div className="flex items-center gap-2">
            <p className="text-meta text-ink-3">Each stage has addresses of its own; policies can tell them apart.</p>
            <span className="ml-auto">{add}</span>
          </div>
          {api.stageDetails.map((stage) => (
            <StagePanel
              key={stage.name}
              stage={stage}
              editReason={editReason}
              onEdit={() => setEditing(stage)}
              onDelete={() => setDeleting(stage)}
            />
          ))}
        </div>
      )}
      {editing !== undefined && (
        <StageDrawer key={editing?.name ?? 'new'} api={api} stage={editing} onClose={() => setEditing(undefined)} />
      )}
      {deleting && (
        <ConfirmDialog
          open
          onClose={() => setDeleting(null)}
          title={`Delete the stage ${deleting.name} of ${api.name}`}
          description="Its addresses answer 403, Forbidden from the next request on."
          dependents={deleting.invokeUrls}
          confirmLabel={`Delete ${deleting.name}`}
          pending={remove.isPending}
          error={remove.isError ? errorText(remove.error) : undefined}
          onConfirm={() =>
            remove.mutate(
              { name: deleting.name, etag: api.etag },
              {
                onSuccess: () => {
                  toast({ title: `${deleting.name} is deleted` })
                  setDeleting(null)
                },
              },
            )
          }
        />
      )}
    </>
  )
}
