'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { AccountField } from '../apis/account-field.client'
import { fieldError } from '../apis/field-errors'
import { useAccountChoice } from '../apis/use-account-choice.client'
import { useCreatePool } from '../data/pool'
import { FormDrawer } from '../identity/form-drawer.client'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { toast } from '../ui/toast.client'

export function CreatePoolDrawer({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter()
  const create = useCreatePool()
  const { first } = useAccountChoice()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [region, setRegion] = useState('us-east-1')
  const submit = () =>
    create.mutate(
      { name: name.trim(), account: account || (first ?? ''), region },
      {
        onSuccess: ({ id }) => {
          toast({ title: `The user pool ${name.trim()} is created` })
          onClose()
          router.push(`/pools/${encodeURIComponent(id)}`)
        },
      },
    )
  return (
    <FormDrawer
      title="Create user pool"
      submitLabel="Create user pool"
      pending={create.isPending}
      error={create.error}
      fields={['name', 'account', 'region']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={fieldError(create.error, 'name')}>
        <Input required autoFocus maxLength={128} value={name} onValueChange={setName} placeholder="customers" />
      </Field>
      <AccountField value={account} onChange={setAccount} error={fieldError(create.error, 'account')} />
      <Field label="Region" hint="The first part of the pool’s id." error={fieldError(create.error, 'region')}>
        <Input required mono value={region} onValueChange={setRegion} />
      </Field>
    </FormDrawer>
  )
}
