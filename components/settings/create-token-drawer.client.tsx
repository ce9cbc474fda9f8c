'use client'
import { type FormEvent, useId, useState } from 'react'
import { fieldError, formError } from '@/components/apis/field-errors'
import { useCreateToken } from '@/components/data/console-users'
import { useSession } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block.client'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { Role } from '@/lib/domain/console-api'
import { ROLES } from './roles'

export function CreateTokenDrawer({ onClose }: { readonly onClose: () => void }) {
  const formId = useId()
  const { publicUrl } = useSession()
  const create = useCreateToken()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name: name.trim(), role })
  }
  const error = formError(create.error, ['name', 'role'])
  const made = create.data
  return (
    <Drawer
      open
      onClose={onClose}
      title={made ? `Token ${name.trim()}` : 'Make an API token'}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        ) : (
          <>
            <Button variant="primary" type="submit" form={formId} pending={create.isPending}>
              Make token
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </>
        )
      }
    >
      {made ? (
        <div className="grid gap-5 p-5">
          <Callout tone="warning" title="Copy it now">
            Only its hash is stored: it is shown this once and never again.
          </Callout>
          <CodeBlock text={made.token} label="the token" />
          <div className="grid gap-1.5">
            <p className="text-table font-medium">Try it</p>
            <CodeBlock text={`curl -H "Authorization: Bearer $GATEHOUSE_TOKEN" '${publicUrl}/api/v1/status'`} label="the command" />
          </div>
        </div>
      ) : (
        <form id={formId} onSubmit={submit} className="grid gap-5 p-5">
          {error && <Callout tone="error">{error}</Callout>}
          <Field label="Name" hint="What it is for." error={fieldError(create.error, 'name')}>
            <Input required autoFocus maxLength={100} placeholder="deploy from CI" value={name} onValueChange={setName} />
          </Field>
          <Field label="Role" error={fieldError(create.error, 'role')}>
            <Select value={role} onChange={setRole} options={ROLES} />
          </Field>
        </form>
      )}
    </Drawer>
  )
}
