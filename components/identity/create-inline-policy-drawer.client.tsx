'use client'
import { useState } from 'react'
import type { PrincipalDetail } from '@/lib/domain/console-api'
import { fieldError } from '../apis/field-errors'
import { useSaveInlinePolicy } from '../data/principal'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { FormDrawer } from './form-drawer.client'
import { starterPolicy } from './starter-policy'

export interface CreateInlinePolicyDrawerProps {
  readonly principal: PrincipalDetail
  readonly onClose: () => void
  readonly onCreated: (name: string) => void
}

export function CreateInlinePolicyDrawer({ principal, onClose, onCreated }: CreateInlinePolicyDrawerProps) {
  const save = useSaveInlinePolicy(principal.arn)
  const [name, setName] = useState('')
  const taken = principal.inlinePolicies.some((policy) => policy.name === name)
  return (
    <FormDrawer
      title={`Add an inline policy to ${principal.name}`}
      submitLabel="Add policy"
      pending={save.isPending}
      error={save.error}
      fields={['name']}
      onSubmit={() => {
        if (taken) return
        save.mutate(
          { name, document: starterPolicy(principal.account), etag: principal.etag },
          {
            onSuccess: () => {
              onClose()
              onCreated(name)
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Field
        label="Name"
        hint="It starts with one statement that allows every call to the account’s APIs; narrow it in the editor."
        error={taken ? `${principal.name} has an inline policy ${name}.` : fieldError(save.error, 'name')}
      >
        <Input required autoFocus mono maxLength={128} value={name} onValueChange={setName} />
      </Field>
    </FormDrawer>
  )
}
