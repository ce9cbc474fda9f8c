'use client'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useApi, useDeleteAuthorizer, useSaveAuthorizer } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { StaleDialog } from '@/components/history/stale-dialog.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Segmented } from '@/components/ui/segmented.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import type { AuthorizerSpec } from '@/lib/domain/derived-api'
import { authorizerDraftOf, authorizerInputFrom } from './authorizer-draft'
import { FunctionFields, HeaderFields, PoolFields, SourceFields } from './authorizer-fields.client'
import { fieldError, formError } from './field-errors'
import { routesUsing } from './routes-using'

const FIELDS = ['name', 'header', 'identityValidationExpression', 'identitySources', 'function', 'ttlSec', 'poolIds'] as const
const TYPES = [
  { value: 'TOKEN', label: 'TOKEN' },
  { value: 'REQUEST', label: 'REQUEST' },
  { value: 'COGNITO_USER_POOLS', label: 'User pool' },
] as const
const ABOUT = {
  TOKEN: 'A function sees one header and answers with a policy.',
  REQUEST: 'A function sees the whole request and answers with a policy.',
  COGNITO_USER_POOLS: 'A token of one of these pools is enough; with scopes on the route, an access token that has one.',
} as const

/** One authorizer: shown to everybody, edited by editors. `authorizer` is null for a new one. */
export function AuthorizerDrawer({
  api,
  authorizer,
  onClose,
}: {
  readonly api: ApiDetail
  readonly authorizer: AuthorizerSpec | null
  readonly onClose: () => void
}) {
  const formId = useId()
  const editReason = useEditReason()
  const readOnly = editReason !== null
  const save = useSaveAuthorizer(api.id)
  const remove = useDeleteAuthorizer(api.id)
  const { refetch } = useApi(api.id)
  const [draft, setDraft] = useState(() => authorizerDraftOf(authorizer))
  const [etag, setEtag] = useState(api.etag)
  const [deleting, setDeleting] = useState(false)
  const users = authorizer ? routesUsing(api, authorizer.name) : []

  const submit = (from: string) =>
    save.mutate(
      { name: authorizer?.name ?? null, authorizer: authorizerInputFrom(draft), etag: from },
      {
        onSuccess: () => {
          toast({ title: `${draft.name} is saved`, description: authorizer ? undefined : 'Routes can name it as their authorization now.' })
          onClose()
        },
      },
    )
  const keepMine = async () => {
    const fresh = await refetch()
    if (!fresh.data) return
    setEtag(fresh.data.etag)
    submit(fresh.data.etag)
  }
  const error = formError(save.error, FIELDS)
  const fields = {
    draft,
    readOnly,
    onChange: (patch: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...patch })),
    errorOf: (field: string) => fieldError(save.error, field),
  }
  const incomplete =
    draft.type === 'COGNITO_USER_POOLS'
      ? draft.poolIds.length === 0
        ? 'Choose a user pool.'
        : null
      : draft.functionKey === ''
        ? 'Choose a function.'
        : null
  return (
    <Drawer
      open
      onClose={onClose}
      title={authorizer?.name ?? `Add an authorizer to ${api.name}`}
      description={authorizer ? (users.length === 1 ? 'decides on 1 route' : `decides on ${users.length} routes`) : undefined}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={save.isPending} disabledReason={editReason ?? incomplete}>
            {authorizer ? 'Save authorizer' : 'Add authorizer'}
          </Button>
          <Button onClick={onClose}>{readOnly ? 'Close' : 'Cancel'}</Button>
          {authorizer && (
            <Button
              variant="quiet"
              className="ml-auto text-error! [&_svg]:text-error!"
              disabledReason={
                editReason ??
                (users.length > 0
                  ? `In use by ${users
                      .map((route) => route.key)
                      .slice(0, 4)
                      .join(', ')}: change them first.`
                  : null)
              }
              onClick={() => setDeleting(true)}
            >
              <Trash2 size={14} aria-hidden />
              Delete
            </Button>
          )}
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!readOnly) submit(etag)
        }}
        className="grid gap-5 p-5"
      >
        {error && <Callout tone="error">{error}</Callout>}
        <Field label="Name" error={fieldError(save.error, 'name')} hint="Name of the security scheme in the OpenAPI document.">
          <Input
            required
            autoFocus={!authorizer}
            readOnly={readOnly}
            value={draft.name}
            onValueChange={(name) => fields.onChange({ name })}
          />
        </Field>
        <div className="grid justify-items-start gap-1.5">
          <p className="text-table font-medium">Type</p>
          <Segmented label="Type" value={draft.type} onChange={(type) => !readOnly && fields.onChange({ type })} options={TYPES} />
          <p className="text-meta text-ink-3">{ABOUT[draft.type]}</p>
        </div>
        {draft.type === 'COGNITO_USER_POOLS' && <PoolFields {...fields} />}
        {draft.type === 'REQUEST' ? <SourceFields {...fields} /> : <HeaderFields {...fields} />}
        {draft.type !== 'COGNITO_USER_POOLS' && <FunctionFields {...fields} />}
      </form>
      {authorizer && (
        <ConfirmDialog
          open={deleting}
          onClose={() => setDeleting(false)}
          title={`Delete the authorizer ${authorizer.name}`}
          description="No route names it. Its function or user pool stays."
          confirmLabel="Delete authorizer"
          pending={remove.isPending}
          error={remove.isError ? errorText(remove.error) : undefined}
          onConfirm={() =>
            remove.mutate(
              { name: authorizer.name, etag: api.etag },
              {
                onSuccess: () => {
                  toast({
                    title: `${authorizer.name} is deleted`,
                    undo: () => save.mutate({ name: null, authorizer: authorizerInputFrom(authorizerDraftOf(authorizer)) }),
                  })
                  onClose()
                },
              },
            )
          }
        />
      )}
      <StaleDialog
        error={save.error}
        what={authorizer ? `the authorizer ${authorizer.name}` : api.name}
        pending={save.isPending}
        onClose={() => save.reset()}
        onKeepMine={() => void keepMine()}
        onTakeTheirs={() => {
          void refetch()
          onClose()
        }}
      />
    </Drawer>
  )
}
