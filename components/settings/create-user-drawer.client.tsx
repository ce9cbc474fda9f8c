'use client'
import { type FormEvent, useId, useState } from 'react'
import { fieldError, formError } from '@/components/apis/field-errors'
import { useCreateConsoleUser } from '@/components/data/console-users'
import { PasswordInput } from '@/components/sign-in/password-input.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { toast } from '@/components/ui/toast.client'
import type { Role } from '@/lib/domain/console-api'
import { ROLES } from './roles'

const FIELDS = ['email', 'name', 'role', 'password'] as const

export function CreateUserDrawer({ onClose }: { readonly onClose: () => void }) {
  const formId = useId()
  const create = useCreateConsoleUser()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      { email: email.trim(), name: name.trim(), role, password },
      {
        onSuccess: () => {
          toast({
            title: `${name.trim()} can sign in`,
            description: 'Tell them the password; they can change it in the menu at the upper right.',
          })
          onClose()
        },
      },
    )
  }
  const error = formError(create.error, FIELDS)
  return (
    <Drawer
      open
      onClose={onClose}
      title="Add a console user"
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={create.isPending}>
            Add user
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5 p-5">
        {error && <Callout tone="error">{error}</Callout>}
        <Field label="Name" error={fieldError(create.error, 'name')}>
          <Input required autoFocus autoComplete="off" value={name} onValueChange={setName} />
        </Field>
        <Field label="E-mail" error={fieldError(create.error, 'email')}>
          <Input type="email" required autoComplete="off" value={email} onValueChange={setEmail} />
        </Field>
        <Field label="Role" error={fieldError(create.error, 'role')}>
          <Select value={role} onChange={setRole} options={ROLES} />
        </Field>
        <Field label="First password" hint="10 characters or more." error={fieldError(create.error, 'password')}>
          <PasswordInput required minLength={10} autoComplete="new-password" value={password} onValueChange={setPassword} />
        </Field>
      </form>
    </Drawer>
  )
}
