'use client'
import { type FormEvent, useId, useState } from 'react'
import { useApi, useSaveStage } from '@/components/data/apis'
import { StaleDialog } from '@/components/history/stale-dialog.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import { fieldError, formError } from './field-errors'
import { PairRows } from './pair-rows.client'
import type { Pair } from './route-draft'

const FIELDS = ['name', 'stage'] as const

/** One stage's variables. `stage` is null for a new one. */
export function StageDrawer({
  api,
  stage,
  onClose,
}: {
  readonly api: ApiDetail
  readonly stage: ApiDetail['stageDetails'][number] | null
  readonly onClose: () => void
}) {
  const formId = useId()
  const save = useSaveStage(api.id)
  const { refetch } = useApi(api.id)
  const [name, setName] = useState(stage?.name ?? '')
  const [etag, setEtag] = useState(api.etag)
  const [variables, setVariables] = useState<readonly Pair[]>(() =>
    Object.entries(stage?.variables ?? {}).map(([key, value]) => ({ name: key, value })),
  )

  const taken = stage === null && api.stageDetails.some((item) => item.name === name.trim())
  const submit = (from: string) =>
    save.mutate(
      {
        name: name.trim(),
        stage: {
          variables: Object.fromEntries(variables.filter((pair) => pair.name.trim() !== '').map((pair) => [pair.name.trim(), pair.value])),
        },
        etag: from,
      },
      {
        onSuccess: () => {
          toast({ title: `${name.trim()} is saved` })
          onClose()
        },
      },
    )
  const keepMine = async () => {
    const fresh = await refetch()
    if (!fresh.data) return
    setEtag(fresh.data.etag)
    submit(fresh.data.etag)
  }
  const error = formError(save.error, FIELDS)
  return (
    <Drawer
      open
      onClose={onClose}
      title={stage ? `Stage ${stage.name}` : `Add a stage to ${api.name}`}
      footer={
        <>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            pending={save.isPending}
            disabledReason={taken ? 'This stage exists already.' : null}
          >
            {stage ? 'Save stage' : 'Add stage'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit(etag)
        }}
        className="grid gap-5 p-5"
      >
        {error && <Callout tone="error">{error}</Callout>}
        {!stage && (
          <Field
            label="Name"
            hint="Letters, digits, - and _."
            error={taken ? 'This stage exists already.' : fieldError(save.error, 'stage')}
          >
            <Input mono required autoFocus pattern="[A-Za-z0-9_\-]+|\$default" placeholder="dev" value={name} onValueChange={setName} />
          </Field>
        )}
        <div className="grid gap-1.5">
          <p className="text-table font-medium">Stage variables</p>
          <p className="text-meta text-ink-3">
            Upstreams name them as <code className="font-mono">&#36;{'{stageVariables.name}'}</code>; authorizer functions see them too.
          </p>
          <PairRows
            label="Stage variables"
            rows={variables}
            onChange={setVariables}
            namePlaceholder="upstreamHost"
            valuePlaceholder="orders.example"
            addLabel="Add variable"
          />
        </div>
      </form>
      <StaleDialog
        error={save.error}
        what={stage ? `the stage ${stage.name}` : api.name}
        pending={save.isPending}
        onClose={() => save.reset()}
        onKeepMine={() => void keepMine()}
        onTakeTheirs={() => {
          void refetch()
          onClose()
        }}
      />
    </Drawer>
  )
}
