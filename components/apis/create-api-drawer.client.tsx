'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useCreateApi } from '@/components/data/apis'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Segmented } from '@/components/ui/segmented.client'
import { toast } from '@/components/ui/toast.client'
import { AccountField } from './account-field.client'
import { fieldError, formError } from './field-errors'
import { useAccountChoice } from './use-account-choice.client'

const FIELDS = ['name', 'account', 'region', 'stage'] as const
const KINDS = [
  { value: 'REST', label: 'REST' },
  { value: 'HTTP', label: 'HTTP' },
] as const

export function CreateApiDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const formId = useId()
  const router = useRouter()
  const create = useCreateApi()
  const { first } = useAccountChoice()
  const [name, setName] = useState('')
  const [protocol, setProtocol] = useState<'REST' | 'HTTP'>('REST')
  const [account, setAccount] = useState('')
  const [region, setRegion] = useState('us-east-1')
  const [stage, setStage] = useState('prod')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      { name: name.trim(), protocol, account: account || (first ?? ''), region, stage },
      {
        onSuccess: (answer) => {
          toast({ title: `${name.trim()} is live`, description: 'Add a route, and the gateway answers it at once.' })
          onClose()
          router.push(`/apis/${answer.id}`)
        },
      },
    )
  }
  const error = formError(create.error, FIELDS)
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title="Create API"
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={create.isPending}>
            Create API
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5 p-5">
        {error && <Callout tone="error">{error}</Callout>}
        <Field label="Name" error={fieldError(create.error, 'name')}>
          <Input required autoFocus maxLength={128} placeholder="orders" value={name} onValueChange={setName} />
        </Field>
        <div className="grid gap-1.5">
          <p className="text-table font-medium">Kind</p>
          <Segmented
            label="Kind"
            value={protocol}
            onChange={(next) => {
              setProtocol(next)
              if (stage === 'prod' || stage === '$default') setStage(next === 'HTTP' ? '$default' : 'prod')
            }}
            options={KINDS}
          />
          <p className="text-meta text-ink-3">
            {protocol === 'REST'
              ? 'Resource policies, user pools, Lambda authorizers and IAM.'
              : 'No resource policy; a stage $default without a path segment.'}
          </p>
        </div>
        <AccountField value={account} onChange={setAccount} error={fieldError(create.error, 'account')} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Region" error={fieldError(create.error, 'region')} hint="Part of ARNs and of signatures.">
            <Input mono required value={region} onValueChange={setRegion} />
          </Field>
          <Field label="First stage" error={fieldError(create.error, 'stage')} hint="The segment after the API id.">
            <Input mono required value={stage} onValueChange={setStage} />
          </Field>
        </div>
      </form>
    </Drawer>
  )
}
