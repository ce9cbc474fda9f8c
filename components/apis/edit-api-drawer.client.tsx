'use client'
import { type FormEvent, useId, useState } from 'react'
import { isApiError } from '@/components/data/api-client'
import { useUpdateApi } from '@/components/data/apis'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import { fieldError, formError } from './field-errors'

const ENDPOINTS = [
  { value: 'REGIONAL', label: 'Regional' },
  { value: 'EDGE', label: 'Edge' },
] as const

export function EditApiDrawer({ api, onClose }: { readonly api: ApiDetail; readonly onClose: () => void }) {
  const formId = useId()
  const update = useUpdateApi(api.id)
  const [name, setName] = useState(api.name)
  const [endpointType, setEndpointType] = useState(api.endpointType)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate(
      { name: name.trim(), ...(api.protocol === 'REST' && { endpointType }), etag: api.etag },
      {
        onSuccess: () => {
          toast({ title: `${name.trim()} is saved` })
          onClose()
        },
      },
    )
  }
  const stale = isApiError(update.error) && update.error.code === 'stale_revision'
  const error = stale
    ? 'Somebody else saved first. Close this, look at it again, and repeat the change.'
    : formError(update.error, ['name', 'endpointType'])
  return (
    <Drawer
      open
      onClose={onClose}
      title={`Edit ${api.name}`}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={update.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5 p-5">
        {error && <Callout tone="error">{error}</Callout>}
        <Field label="Name" error={fieldError(update.error, 'name')}>
          <Input required autoFocus maxLength={128} value={name} onValueChange={setName} />
        </Field>
        {api.protocol === 'REST' && (
          <Field label="Endpoint type" hint="Kept for AWS; here both are served from the same address.">
            <Select value={endpointType} onChange={setEndpointType} options={ENDPOINTS} />
          </Field>
        )}
      </form>
    </Drawer>
  )
}
