'use client'
import { useState } from 'react'
import { fieldError } from '../apis/field-errors'
import { useCreateAccount } from '../data/accounts'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { toast } from '../ui/toast.client'
import { FormDrawer } from './form-drawer.client'

export function CreateAccountDrawer({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateAccount()
  const [id, setId] = useState('')
  const [alias, setAlias] = useState('')
  const submit = () =>
    create.mutate(
      { id, ...(alias && { alias }) },
      {
        onSuccess: () => {
          toast({ title: `The account ${alias || id} is added` })
          onClose()
        },
      },
    )
  return (
    <FormDrawer
      title="Add account"
      submitLabel="Add account"
      pending={create.isPending}
      error={create.error}
      fields={['id', 'alias']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Account id" hint="12 digits, as in ARNs." error={fieldError(create.error, 'id')}>
        <Input
          required
          autoFocus
          mono
          inputMode="numeric"
          pattern="[0-9]{12}"
          placeholder="111122223333"
          value={id}
          onValueChange={setId}
        />
      </Field>
      <Field label="Alias" hint="What people call it; may be left empty." error={fieldError(create.error, 'alias')}>
        <Input mono value={alias} onValueChange={setAlias} placeholder="platform" />
      </Field>
    </FormDrawer>
  )
}
