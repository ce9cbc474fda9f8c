'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { AccountField } from '../apis/account-field.client'
import { fieldError } from '../apis/field-errors'
import { useAccountChoice } from '../apis/use-account-choice.client'
import { useCreateManagedPolicy, useCreatePrincipal } from '../data/principal'
import { principalHref } from '../decision/decision-links'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { toast } from '../ui/toast.client'
import { FormDrawer } from './form-drawer.client'
import { starterPolicy } from './starter-policy'

export type CreatedKind = 'user' | 'group' | 'role' | 'policy'

const WORDS: Readonly<Record<CreatedKind, { readonly title: string; readonly hint: string }>> = {
  user: { title: 'user', hint: 'A user signs requests with an access key of its own.' },
  group: { title: 'group', hint: 'A group gives its policies to its users.' },
  role: { title: 'role', hint: 'A role is assumed for a session; its own account may assume it at first.' },
  policy: { title: 'managed policy', hint: 'It starts with one statement to edit, and is attached to nobody.' },
}

/** Creates a user, group, role or managed policy and goes to its page. */
export function CreatePrincipalDrawer({ kind, onClose }: { readonly kind: CreatedKind; readonly onClose: () => void }) {
  const router = useRouter()
  const { first } = useAccountChoice()
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const principal = useCreatePrincipal()
  const policy = useCreateManagedPolicy()
  const write = kind === 'policy' ? policy : principal
  const { title, hint } = WORDS[kind]

  const submit = () => {
    const owner = account || (first ?? '')
    const done = {
      onSuccess: ({ arn }: { readonly arn: string }) => {
        toast({ title: `The ${title} ${name} is created` })
        onClose()
        router.push(principalHref(arn))
      },
    }
    if (kind === 'policy') policy.mutate({ account: owner, name, document: starterPolicy(owner) }, done)
    else principal.mutate({ account: owner, type: kind, name }, done)
  }

  return (
    <FormDrawer
      title={`Create ${title}`}
      submitLabel={`Create ${title}`}
      pending={write.isPending}
      error={write.error}
      fields={['name', 'account']}
      onSubmit={submit}
      onClose={onClose}
    >
      <AccountField value={account} onChange={setAccount} error={fieldError(write.error, 'account')} />
      <Field label="Name" hint={hint} error={fieldError(write.error, 'name')}>
        <Input required autoFocus mono maxLength={kind === 'policy' ? 128 : 64} value={name} onValueChange={setName} />
      </Field>
    </FormDrawer>
  )
}
