'use client'
import { useState } from 'react'
import type { PoolDetail } from '@/lib/domain/console-api'
import { fieldError } from '../apis/field-errors'
import { useUpdatePool } from '../data/pool'
import { FormDrawer } from '../identity/form-drawer.client'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'

export function RenamePoolDrawer({ pool, onClose }: { readonly pool: PoolDetail; readonly onClose: () => void }) {
  const update = useUpdatePool(pool.id)
  const [name, setName] = useState(pool.name)
  return (
    <FormDrawer
      title={`Rename ${pool.name}`}
      submitLabel="Rename"
      pending={update.isPending}
      error={update.error}
      fields={['name']}
      onSubmit={() => update.mutate({ name: name.trim(), etag: pool.etag }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label="Name" hint="The id stays as it is." error={fieldError(update.error, 'name')}>
        <Input required autoFocus maxLength={128} value={name} onValueChange={setName} />
      </Field>
    </FormDrawer>
  )
}
