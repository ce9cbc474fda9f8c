'use client'
import { FileUp, Plus } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useApis } from '@/components/data/apis'
import { useRequests } from '@/components/data/requests'
import { useEditReason } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Copy } from '@/components/ui/copy.client'
import { type Column, DataTable } from '@/components/ui/data-table.client'
import { PageHeader } from '@/components/ui/page-header'
import { TimeAgo } from '@/components/ui/time-ago.client'
import type { ApiSummary } from '@/lib/domain/console-api'
import { ApiListEmpty } from './api-list-empty.client'
import { countVerdicts } from './count-verdicts'
import { CreateApiDrawer } from './create-api-drawer.client'
import { DropZone } from './drop-zone.client'
import { ImportDrawer, type ImportFile } from './import-drawer.client'
import { VerdictNumbers, VerdictSplit } from './verdict-split'

const AUTH_WORDS = [
  ['AWS_IAM', 'AWS_IAM'],
  ['COGNITO_USER_POOLS', 'user pool'],
  ['CUSTOM', 'Lambda'],
  ['NONE', 'none'],
] as const

function kindOf(api: ApiSummary): string {
  return api.protocol === 'HTTP' ? 'HTTP' : `REST, ${api.endpointType === 'EDGE' ? 'Edge' : 'Regional'}`
}

function useColumns(): readonly Column<ApiSummary>[] {
  const { data: requests } = useRequests({ limit: '200' }, 15_000)
  return useMemo(() => {
    const counts = countVerdicts(requests ?? [], (request) => request.api)
    const max = Math.max(1, ...[...counts.values()].map((count) => count.allowed + count.denied))
    return [
      {
        key: 'name',
        header: 'API',
        sortBy: (api) => api.name,
        cell: (api) => (
          <div className="grid justify-items-start gap-1">
            <Link
              href={`/apis/${api.id}`}
              onClick={(event) => event.stopPropagation()}
              className="rounded-mark text-[15px] font-medium hover:underline"
            >
              {api.name}
            </Link>
            <Copy value={api.id} />
          </div>
        ),
      },
      {
        key: 'kind',
        header: 'Kind',
        sortBy: kindOf,
        from: 'md',
        cell: (api) => (
          <>
            {kindOf(api)}
            <span className="mt-1 block text-meta text-ink-3">{api.stages.join(', ') || 'no stage'}</span>
          </>
        ),
      },
      {
        key: 'auth',
        header: 'Routes by authorization',
        sortBy: (api) => api.routeCount,
        from: 'md',
        cell: (api) => (
          <ul className="num grid w-fit grid-cols-[auto_auto] gap-x-2 gap-y-0.5 text-meta text-ink-2">
            {AUTH_WORDS.filter(([type]) => api.authCounts[type] > 0).map(([type, word]) => (
              <li key={type} className="contents">
                <span className="text-right font-medium text-ink">{api.authCounts[type]}</span>
                <span>{word}</span>
              </li>
            ))}
            {api.routeCount === 0 && <li className="col-span-2 text-ink-3">no routes</li>}
          </ul>
        ),
      },
      {
        key: 'requests',
        header: 'Latest requests',
        from: 'lg',
        cell: (api) => {
          const count = counts.get(api.id) ?? { allowed: 0, denied: 0 }
          return (
            <div className="grid justify-items-start gap-2">
              <VerdictSplit counts={count} max={max} widthPx={176} />
              {count.allowed + count.denied > 0 && <VerdictNumbers counts={count} />}
            </div>
          )
        },
      },
      {
        key: 'policy',
        header: 'Resource policy',
        from: 'lg',
        cell: (api) =>
          api.protocol === 'HTTP' ? (
            <>
              not on HTTP APIs<span className="mt-1 block text-meta text-ink-3">routes decide alone</span>
            </>
          ) : api.hasPolicy ? (
            <Link href={`/apis/${api.id}/policy`} onClick={(event) => event.stopPropagation()} className="link rounded-mark">
              attached
            </Link>
          ) : (
            <>
              none<span className="mt-1 block text-meta text-ink-3">the routes decide alone</span>
            </>
          ),
      },
      {
        key: 'changed',
        header: 'Changed',
        align: 'right',
        sortBy: (api) => api.changed.revision,
        cell: (api) => (
          <>
            r{api.changed.revision}
            <span className="mt-1 block text-meta text-ink-3">
              <TimeAgo at={api.changed.at} />
            </span>
          </>
        ),
      },
    ]
  }, [requests])
}

export function ApiList() {
  const router = useRouter()
  const { data: apis, error } = useApis()
  const columns = useColumns()
  const editReason = useEditReason()
  const [creating, setCreating] = useState(false)
  const [importing, setImporting] = useState<{ readonly file: ImportFile | null } | null>(null)
  const importFile = (file: ImportFile | null) => setImporting({ file })
  const empty = apis?.length === 0
  return (
    <DropZone disabled={editReason !== null} onFile={importFile}>
      <PageHeader
        title="APIs"
        actions={
          <>
            <Button disabledReason={editReason} onClick={() => importFile(null)}>
              <FileUp size={16} strokeWidth={1.75} aria-hidden />
              Import
            </Button>
            <Button variant="primary" disabledReason={editReason} onClick={() => setCreating(true)}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              Create API
            </Button>
          </>
        }
      />
      {error ? (
        <Callout tone="error" className="mx-6" title="The APIs could not be read">
          {errorText(error)}
        </Callout>
      ) : (
        <DataTable
          label="APIs"
          tall
          columns={columns}
          rows={apis}
          rowKey={(api) => api.id}
          onOpen={(api) => router.push(`/apis/${api.id}`)}
          empty={<ApiListEmpty editReason={editReason} onImport={importFile} onCreate={() => setCreating(true)} />}
        />
      )}
      {apis && !empty && !error && editReason === null && (
        <p className="px-4 py-6 text-meta text-ink-3 md:px-6">
          Drop an OpenAPI document, IAM account details or a workspace file anywhere on this page: you see what it would change before
          anything is saved.
        </p>
      )}
      <CreateApiDrawer open={creating} onClose={() => setCreating(false)} />
      {importing && <ImportDrawer initial={importing.file} onClose={() => setImporting(null)} />}
    </DropZone>
  )
}
