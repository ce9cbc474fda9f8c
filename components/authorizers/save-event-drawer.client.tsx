'use client'
import { useState } from 'react'
import type { FunctionDetail } from '@/lib/domain/console-api'
import { useSaveFunction } from '../data/function'
import { FormDrawer } from '../identity/form-drawer.client'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'

export interface SaveEventDrawerProps {
  readonly fn: FunctionDetail
  readonly text: string
  readonly initialName: string
  readonly onClose: () => void
  readonly onSaved: (name: string) => void
}

/** Keeps a test event with the function, under a name. */
export function SaveEventDrawer({ fn, text, initialName, onClose, onSaved }: SaveEventDrawerProps) {
  const save = useSaveFunction(fn)
  const [name, setName] = useState(initialName)
  const replaces = fn.events.some((event) => event.name === name)
  const submit = () =>
    save.mutate(
      { events: [...fn.events.filter((event) => event.name !== name), { name, event: text }], etag: fn.etag },
      { onSuccess: () => onSaved(name) },
    )
  return (
    <FormDrawer
      title="Save test event"
      submitLabel={replaces ? 'Replace event' : 'Save event'}
      pending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" hint={replaces ? `Replaces the saved event ${name}.` : 'It is part of the workspace document.'}>
        <Input required autoFocus maxLength={100} value={name} onValueChange={setName} placeholder="gold member" />
      </Field>
    </FormDrawer>
  )
}
