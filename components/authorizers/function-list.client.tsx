'use client'
import { Plus, SquareFunction } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { FunctionSummary } from '@/lib/domain/console-api'
import { AccountField } from '../apis/account-field.client'
import { fieldError } from '../apis/field-errors'
import { useAccountChoice } from '../apis/use-account-choice.client'
import { errorText } from '../data/api-client'
import { useCreateFunction } from '../data/function'
import { useFunctions } from '../data/functions'
import { useEditReason } from '../data/session.client'
import { FormDrawer } from '../identity/form-drawer.client'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field.client'
import { Input } from '../ui/input.client'
import { PageHeader } from '../ui/page-header'
import { TimeAgo } from '../ui/time-ago.client'
import { toast } from '../ui/toast.client'
import { functionPageHref } from './function-ref'

const COLUMNS: readonly Column<FunctionSummary>[] = [
  { key: 'name', header: 'Function', sortBy: (row) => row.name, cell: (row) => <span className="font-medium">{row.name}</span> },
  {
    key: 'usedBy',
    header: 'Used by',
    from: 'md',
    cell: (row) =>
      row.usedBy.length === 0 ? (
        <span className="text-ink-3">no authorizer</span>
      ) : (
        <span className="cut block max-w-96 text-ink-2">{row.usedBy.map((use) => `${use.authorizer} of ${use.api}`).join(', ')}</span>
      ),
  },
  {
    key: 'where',
    header: 'Account, region',
    from: 'lg',
    cell: (row) => <span className="text-ink-2">{`${row.account}, ${row.region}`}</span>,
  },
  {
    key: 'changed',
    header: 'Changed',
    align: 'right',
    sortBy: (row) => row.changed.revision,
    cell: (row) => (
      <span className="text-ink-3">
        r{row.changed.revision}, <TimeAgo at={row.changed.at} />
      </span>
    ),
  },
]

/** The Lambda functions that authorizers call. */
export function FunctionList() {
  const router = useRouter()
  const functions = useFunctions()
  const editReason = useEditReason()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" disabledReason={editReason} onClick={() => setCreating(true)}>
      <Plus size={14} aria-hidden />
      Create function
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Authorizers"
        actions={functions.data?.length === 0 ? undefined : create}
        meta="Lambda functions that decide requests"
      />
      {functions.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The functions could not be read.">
          {errorText(functions.error)}
        </Callout>
      )}
      <DataTable
        label="Functions"
        columns={COLUMNS}
        rows={functions.data}
        rowKey={(row) => `${row.account}/${row.region}/${row.name}`}
        initialSort={{ key: 'name', direction: 'ascending' }}
        onOpen={(row) => router.push(functionPageHref(row))}
        empty={
          <EmptyState
            title="No functions yet"
            ways={[
              {
                icon: <SquareFunction size={18} aria-hidden />,
                title: 'Create a function',
                text: 'It starts with a script that denies, to be edited',
                action: create,
              },
            ]}
          >
            A Lambda authorizer asks a function whether a request may pass. The function is a script of yours; it runs in a sandbox and
            answers with a policy.
          </EmptyState>
        }
      />
      {creating && <CreateFunctionDrawer onClose={() => setCreating(false)} />}
    </>
  )
}

function CreateFunctionDrawer({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter()
  const create = useCreateFunction()
  const { first } = useAccountChoice()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [region, setRegion] = useState('us-east-1')
  const submit = () => {
    const ref = { account: account || (first ?? ''), region, name }
    create.mutate(ref, {
      onSuccess: () => {
        toast({ title: `The function ${name} is created` })
        onClose()
        router.push(functionPageHref(ref))
      },
    })
  }
  return (
    <FormDrawer
      title="Create function"
      submitLabel="Create function"
      pending={create.isPending}
      error={create.error}
      fields={['name', 'account', 'region']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" hint="Letters, digits, _ and -." error={fieldError(create.error, 'name')}>
        <Input required autoFocus mono maxLength={64} pattern="[A-Za-z0-9_\-]+" value={name} onValueChange={setName} />
      </Field>
      <AccountField value={account} onChange={setAccount} error={fieldError(create.error, 'account')} />
      <Field label="Region" error={fieldError(create.error, 'region')}>
        <Input required mono value={region} onValueChange={setRegion} />
      </Field>
    </FormDrawer>
  )
}
