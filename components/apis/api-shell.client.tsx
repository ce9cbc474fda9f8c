'use client'
import { FlaskConical, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { errorText, isApiError } from '@/components/data/api-client'
import { useApi } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { NotFoundView } from '@/components/frame/not-found-view'
import { Callout } from '@/components/ui/callout'
import { Copy } from '@/components/ui/copy.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { LinkButton } from '@/components/ui/link-button'
import { LinkTabs } from '@/components/ui/link-tabs.client'
import { Menu } from '@/components/ui/menu.client'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import type { ApiDetail } from '@/lib/domain/console-api'
import { invokeUrl } from './curl-for'
import { DeleteApiDialog } from './delete-api-dialog.client'
import { EditApiDrawer } from './edit-api-drawer.client'

function kindOf(api: ApiDetail): string {
  return api.protocol === 'HTTP' ? 'HTTP' : `REST, ${api.endpointType === 'EDGE' ? 'Edge' : 'Regional'}`
}

function tabsOf(apiId: string, api: ApiDetail | undefined) {
  const base = `/apis/${apiId}`
  return [
    { href: base, label: 'Routes', count: api?.routes.length },
    ...(api?.protocol === 'HTTP' ? [] : [{ href: `${base}/policy`, label: 'Resource policy' }]),
    { href: `${base}/authorizers`, label: 'Authorizers', count: api?.authorizers.length },
    { href: `${base}/stages`, label: 'Stages', count: api?.stageDetails.length },
    { href: `${base}/definition`, label: 'Definition' },
    { href: `${base}/history`, label: 'History' },
  ]
}

function ApiMenu({ api }: { readonly api: ApiDetail }) {
  const editReason = useEditReason()
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  const trigger = (
    <IconButton label="More" variant="secondary" disabledReason={editReason}>
      <MoreHorizontal size={16} aria-hidden />
    </IconButton>
  )
  return (
    <>
      {editReason ? (
        trigger
      ) : (
        <Menu
          trigger={trigger}
          items={[
            { label: 'Rename or change endpoint', icon: <Pencil size={14} aria-hidden />, onSelect: () => setOpen('edit') },
            {
              label: 'Delete API',
              icon: <Trash2 size={14} aria-hidden />,
              destructive: true,
              separated: true,
              onSelect: () => setOpen('delete'),
            },
          ]}
        />
      )}
      {open === 'edit' && <EditApiDrawer api={api} onClose={() => setOpen(null)} />}
      <DeleteApiDialog api={api} open={open === 'delete'} onClose={() => setOpen(null)} />
    </>
  )
}

/** Heading and tabs of one API; the tab's page stands below. */
export function ApiShell({ apiId, children }: { readonly apiId: string; readonly children: ReactNode }) {
  const { data: api, error } = useApi(apiId)
  const name = api?.name
  useEffect(() => {
    if (name) document.title = `${name} · Gatehouse`
  }, [name])
  if (isApiError(error) && error.status === 404) return <NotFoundView />
  if (error && !api)
    return (
      <Callout tone="error" className="m-6" title="The API could not be read">
        {errorText(error)}
      </Callout>
    )
  const url = api && invokeUrl(api)
  return (
    <>
      <PageHeader
        title={api?.name ?? <Skeleton className="h-5 w-32" />}
        actions={
          api && (
            <>
              <LinkButton href={`/playground?api=${encodeURIComponent(api.id)}`}>
                <FlaskConical size={16} strokeWidth={1.75} aria-hidden />
                Try in playground
              </LinkButton>
              <ApiMenu api={api} />
            </>
          )
        }
        meta={
          api ? (
            <>
              <Copy value={api.id} />
              <span aria-hidden>·</span>
              <span>{kindOf(api)}</span>
              <span aria-hidden>·</span>
              <span>
                {api.account}, {api.region}
              </span>
              {url && (
                <>
                  <span aria-hidden>·</span>
                  <Copy value={url} max={72} />
                </>
              )}
            </>
          ) : (
            <Skeleton className="my-0.5 w-96 max-w-full" />
          )
        }
      />
      <LinkTabs label={`Parts of ${api?.name ?? 'the API'}`} items={tabsOf(apiId, api)} className="shrink-0 px-4 md:px-6" />
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </>
  )
}
