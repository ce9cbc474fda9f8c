'use client'
import { type FormEvent, useState } from 'react'
import type { FunctionDetail } from '@/lib/domain/console-api'
import { fieldError, formError } from '../apis/field-errors'
import { useSaveFunction } from '../data/function'
import { useEditReason } from '../data/session.client'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { Panel } from '../ui/panel'
import { toast } from '../ui/toast.client'

/** Handler and limits of a function; the names of its environment. */
export function FunctionSettings({ fn }: { readonly fn: FunctionDetail }) {
  const editReason = useEditReason()
  const save = useSaveFunction(fn)
  const [handler, setHandler] = useState(fn.handler)
  const [timeoutMs, setTimeoutMs] = useState(String(fn.timeoutMs))
  const [memoryMb, setMemoryMb] = useState(String(fn.memoryMb))
  const changed = handler !== fn.handler || timeoutMs !== String(fn.timeoutMs) || memoryMb !== String(fn.memoryMb)
  const error = formError(save.error, ['handler', 'timeoutMs', 'memoryMb'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (editReason || !changed) return
    save.mutate(
      { handler, timeoutMs: Number(timeoutMs), memoryMb: Number(memoryMb), etag: fn.etag },
      { onSuccess: () => toast({ title: `The settings of ${fn.name} are saved` }) },
    )
  }
  return (
    <div className="grid max-w-140 content-start gap-6 p-4 md:p-6">
      <form onSubmit={submit} className="grid gap-5">
        {error && <Callout tone="error">{error}</Callout>}
        <Field label="Handler" hint="File and export, e.g. index.handler." error={fieldError(save.error, 'handler')}>
          <Input mono required readOnly={editReason !== null} value={handler} onValueChange={setHandler} />
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Time limit in ms" error={fieldError(save.error, 'timeoutMs')}>
            <Input
              required
              inputMode="numeric"
              pattern="[0-9]+"
              readOnly={editReason !== null}
              value={timeoutMs}
              onValueChange={setTimeoutMs}
            />
          </Field>
          <Field label="Memory in MB" error={fieldError(save.error, 'memoryMb')}>
            <Input
              required
              inputMode="numeric"
              pattern="[0-9]+"
              readOnly={editReason !== null}
              value={memoryMb}
              onValueChange={setMemoryMb}
            />
          </Field>
        </div>
        <div>
          <Button
            type="submit"
            variant="primary"
            pending={save.isPending}
            disabledReason={editReason ?? (changed ? null : 'Nothing is changed.')}
          >
            Save settings
          </Button>
        </div>
      </form>
      <Panel title="Environment">
        {fn.environmentNames.length === 0 && <p className="px-4 py-2.5 text-table text-ink-3">The script has no environment.</p>}
        {fn.environmentNames.map((name) => (
          <div key={name} className="flex min-h-10 items-center gap-3 px-4 text-table">
            <code className="flex-1 font-mono text-code">{name}</code>
            <span className="text-meta text-ink-3">encrypted, never shown</span>
          </div>
        ))}
      </Panel>
    </div>
  )
}
