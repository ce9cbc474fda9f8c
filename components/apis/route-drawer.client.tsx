'use client'
import { FlaskConical, Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useApi, useDeleteRoute, useSaveRoute } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { StaleDialog } from '@/components/history/stale-dialog.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Drawer } from '@/components/ui/drawer.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import type { RouteSpec } from '@/lib/domain/derived-api'
import { AUTH_ICON } from './auth-look'
import { curlFor } from './curl-for'
import { fieldError, formError } from './field-errors'
import { IntegrationFields } from './integration-fields.client'
import { draftOf, METHODS, type RouteDraft, routeInputFrom } from './route-draft'

const FIELDS = ['method', 'path', 'auth', 'integration'] as const

function authOptions(api: ApiDetail) {
  const icon = (type: keyof typeof AUTH_ICON) => {
    const Icon = AUTH_ICON[type]
    return <Icon size={14} aria-hidden className="text-ink-3" />
  }
  return [
    { value: 'NONE', label: 'none', hint: 'open to everyone the resource policy lets in', icon: icon('NONE') },
    { value: 'AWS_IAM', label: 'AWS_IAM', hint: 'Signature Version 4', icon: icon('AWS_IAM') },
    ...api.authorizers.map((authorizer) => ({
      value: `authorizer:${authorizer.name}`,
      label: authorizer.name,
      hint: authorizer.type === 'COGNITO_USER_POOLS' ? 'user pool' : `Lambda, ${authorizer.type}`,
      icon: icon(authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM'),
    })),
  ]
}

function DeleteRoute({
  api,
  route,
  open,
  onClose,
  onDone,
}: {
  readonly api: ApiDetail
  readonly route: RouteSpec
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const remove = useDeleteRoute(api.id)
  const restore = useSaveRoute(api.id)
  const undo = () =>
    restore.mutate(
      {
        key: null,
        route: routeInputFrom(draftOf(route), new Set(route.auth.type === 'COGNITO_USER_POOLS' ? [route.auth.authorizer] : [])),
      },
      { onError: (error) => toast({ type: 'error', title: 'The route could not be brought back', description: errorText(error) }) },
    )
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Delete the route ${route.key}`}
      description={`From the next request on, ${api.name} answers it as a path that does not exist.`}
      confirmLabel="Delete route"
      pending={remove.isPending}
      error={remove.isError ? errorText(remove.error) : undefined}
      onConfirm={() =>
        remove.mutate(
          { key: route.key, etag: api.etag },
          {
            onSuccess: () => {
              toast({ title: `${route.key} is deleted`, undo })
              onDone()
            },
          },
        )
      }
    />
  )
}

/** One route: shown to everybody, edited by editors. `route` is null for a new one. */
export function RouteDrawer({
  api,
  route,
  onClose,
}: {
  readonly api: ApiDetail
  readonly route: RouteSpec | null
  readonly onClose: () => void
}) {
  const formId = useId()
  const editReason = useEditReason()
  const readOnly = editReason !== null
  const save = useSaveRoute(api.id)
  const { refetch } = useApi(api.id)
  const [draft, setDraft] = useState<RouteDraft>(() => draftOf(route))
  // The version that this edit started from, not a newer one that a poll brought.
  const [etag, setEtag] = useState(api.etag)
  const [deleting, setDeleting] = useState(false)
  const change = (patch: Partial<RouteDraft>) => setDraft((now) => ({ ...now, ...patch }))
  const pools = new Set(api.authorizers.filter((item) => item.type === 'COGNITO_USER_POOLS').map((item) => item.name))

  const submit = (from: string) => {
    const input = routeInputFrom(draft, pools)
    save.mutate(
      { key: route?.key ?? null, route: input, etag: from },
      {
        onSuccess: () => {
          toast({ title: `${input.method} ${input.path} is saved`, description: 'The gateway enforces it from the next request on.' })
          onClose()
        },
      },
    )
  }
  const keepMine = async () => {
    const fresh = await refetch()
    if (!fresh.data) return
    setEtag(fresh.data.etag)
    submit(fresh.data.etag)
  }
  const error = formError(save.error, FIELDS)
  const curl = route && curlFor(api, { route })
  return (
    <Drawer
      open
      onClose={onClose}
      width="record"
      title={route?.key ?? `Add a route to ${api.name}`}
      actions={
        route && (
          <LinkButton
            size="dense"
            variant="quiet"
            href={`/playground?${new URLSearchParams({ api: api.id, method: route.method === 'ANY' ? 'GET' : route.method, path: route.path })}`}
          >
            <FlaskConical size={14} aria-hidden />
            Try
          </LinkButton>
        )
      }
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} pending={save.isPending} disabledReason={editReason}>
            {route ? 'Save route' : 'Add route'}
          </Button>
          <Button onClick={onClose}>{readOnly ? 'Close' : 'Cancel'}</Button>
          {route && (
            <Button
              variant="quiet"
              className="ml-auto text-error! [&_svg]:text-error!"
              disabledReason={editReason}
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
      >
        <div className="grid gap-5 p-5">
          {error && <Callout tone="error">{error}</Callout>}
          <div className="grid grid-cols-[120px_1fr] gap-3">
            <Field label="Method" error={fieldError(save.error, 'method')}>
              <Select
                value={draft.method}
                disabled={readOnly}
                onChange={(method) => change({ method })}
                options={METHODS.map((value) => ({ value, label: value }))}
              />
            </Field>
            <Field label="Path" hint="{id} is one segment, {proxy+} is the rest." error={fieldError(save.error, 'path')}>
              <Input mono required autoFocus={!route} readOnly={readOnly} value={draft.path} onValueChange={(path) => change({ path })} />
            </Field>
          </div>
          <Field label="Authorization" error={fieldError(save.error, 'auth')}>
            <Select value={draft.auth} disabled={readOnly} onChange={(auth) => change({ auth })} options={authOptions(api)} />
          </Field>
          {pools.has(draft.auth.replace(/^authorizer:/, '')) && draft.auth.startsWith('authorizer:') && (
            <Field label="Scopes" hint="Any one of them is enough. With none, an ID token is asked for; with some, an access token.">
              <Input
                mono
                readOnly={readOnly}
                placeholder="shop/read shop/write"
                value={draft.scopes}
                onValueChange={(scopes) => change({ scopes })}
              />
            </Field>
          )}
        </div>
        <IntegrationFields draft={draft} onChange={change} readOnly={readOnly} error={fieldError(save.error, 'integration')} />
      </form>
      {curl && (
        <section className="grid gap-2 border-t p-5">
          <h3 className="text-h2">Call it</h3>
          <CodeBlock text={curl} label="the command" />
        </section>
      )}
      {route && <DeleteRoute api={api} route={route} open={deleting} onClose={() => setDeleting(false)} onDone={onClose} />}
      <StaleDialog
        error={save.error}
        what={route ? `the route ${route.key}` : api.name}
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
