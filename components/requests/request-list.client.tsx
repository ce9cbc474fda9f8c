'use client'
import { FlaskConical, Pause, Play } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { RequestView } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useApi, useApis } from '../data/apis'
import { useRequests } from '../data/requests'
import { OUTCOME_LOOK } from '../decision/verdict-look'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { CodeBlock } from '../ui/code-block.client'
import { type Column, DataTable } from '../ui/data-table.client'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { MethodChip } from '../ui/method-chip'
import { PageHeader } from '../ui/page-header'
import { SearchInput } from '../ui/search-input.client'
import { Select } from '../ui/select.client'
import { Verdict } from '../ui/verdict'
import { RequestDrawer } from './request-drawer.client'
import { clockTime, reasonWords } from './request-words'

const EVERY_MS = 2000
const OUTCOMES = [
  { value: 'any', label: 'any' },
  { value: 'allow', label: 'Allow' },
  { value: 'deny', label: 'Deny' },
  { value: 'error', label: 'Error' },
] as const

/** The requests that the gateway answered, newest first; a row opens with its decision. */
export function RequestList({ openId }: { readonly openId: string | null }) {
  const router = useRouter()
  const query = useSearchParams()
  const [live, setLive] = useState(true)
  const [text, setText] = useState('')
  const apiId = query.get('api') ?? 'any'
  const outcome = query.get('outcome') ?? 'any'
  const filter = { api: apiId === 'any' ? undefined : apiId, outcome: outcome === 'any' ? undefined : outcome }
  const requests = useRequests(filter, live ? EVERY_MS : undefined)
  const apis = useApis()
  const names = useMemo(() => new Map((apis.data ?? []).map((api) => [api.id, api.name])), [apis.data])
  const shown = useMemo(() => requests.data?.filter((request) => matches(request, text)), [requests.data, text])
  const unfiltered = !filter.api && !filter.outcome && !text

  const setFilter = (name: string, value: string) => {
    const next = new URLSearchParams(query)
    if (value === 'any') next.delete(name)
    else next.set(name, value)
    router.replace(`/requests${next.size > 0 ? `?${next}` : ''}`)
  }
  const open = (id: string | null) => router.push(`/requests${id ? `/${encodeURIComponent(id)}` : ''}${query.size > 0 ? `?${query}` : ''}`)

  return (
    <>
      <PageHeader
        title="Requests"
        actions={
          <Button aria-pressed={!live} onClick={() => setLive(!live)}>
            {live ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
            {live ? 'Pause' : 'Go on'}
          </Button>
        }
        meta={
          <span className="flex items-center gap-2">
            <span
              aria-hidden
              className={live ? 'size-1.5 rounded-full bg-ink shadow-[0_0_0_3px_var(--selected)]' : 'size-1.5 rounded-full bg-control'}
            />
            {live ? 'live, renewed every two seconds' : 'paused'}
          </span>
        }
      />
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
        <SearchInput label="Find a request" placeholder="Id, path, caller, address" value={text} onChange={setText} />
        <Select
          look="token"
          size="dense"
          label="API"
          value={apiId}
          onChange={(value) => setFilter('api', value)}
          options={[{ value: 'any', label: 'any' }, ...(apis.data ?? []).map((api) => ({ value: api.id, label: api.name }))]}
        />
        <Select
          look="token"
          size="dense"
          label="Decision"
          value={outcome}
          onChange={(value) => setFilter('outcome', value)}
          options={OUTCOMES}
        />
      </div>
      {requests.isError && (
        <Callout tone="error" className="mx-4 mb-3 md:mx-6" title="The request log could not be read.">
          {errorText(requests.error)}
        </Callout>
      )}
      <DataTable
        label="Requests"
        columns={columns(names)}
        rows={shown}
        rowKey={(request) => request.requestId}
        currentKey={openId}
        onOpen={(request) => open(request.requestId)}
        empty={unfiltered ? <NoRequests /> : <NoneMatch onClear={() => [setText(''), router.replace('/requests')]} />}
      />
      {openId && (
        <RequestDrawer
          requestId={openId}
          onClose={() => open(null)}
          onStep={(step) => {
            const at = shown?.findIndex((request) => request.requestId === openId) ?? -1
            const next = at < 0 ? undefined : shown?.[at + step]
            if (next) open(next.requestId)
          }}
        />
      )}
    </>
  )
}

function columns(names: ReadonlyMap<string, string>): readonly Column<RequestView>[] {
  return [
    {
      key: 'time',
      header: 'Time',
      width: '128px',
      sortBy: (row) => row.at,
      cell: (row) => (
        <time dateTime={row.at} className="num text-ink-3">
          {clockTime(row.at)}
        </time>
      ),
    },
    {
      key: 'decision',
      header: 'Decision',
      width: '104px',
      sortBy: (row) => row.outcome,
      cell: (row) => (
        <Verdict kind={OUTCOME_LOOK[row.outcome].tone} className="align-middle">
          {row.outcome === 'error' ? 'Error' : undefined}
        </Verdict>
      ),
    },
    {
      key: 'request',
      header: 'Request',
      sortBy: (row) => row.path,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <MethodChip method={row.method} />
          <span className="cut max-w-[36vw] font-mono text-[13px]" title={row.path}>
            {row.path}
          </span>
        </span>
      ),
    },
    {
      key: 'status',
      header: 'Status',
      width: '72px',
      sortBy: (row) => row.status,
      cell: (row) => <span className="num font-mono text-code">{row.status}</span>,
    },
    {
      key: 'reason',
      header: 'Reason',
      from: 'lg',
      sortBy: (row) => row.reasonCode,
      cell: (row) => <span className="text-ink-2">{reasonWords(row.reasonCode)}</span>,
    },
    {
      key: 'api',
      header: 'API',
      from: 'xl',
      sortBy: (row) => names.get(row.api ?? '') ?? '',
      cell: (row) => (row.api ? `${names.get(row.api) ?? row.api} ${row.stage ?? ''}` : <span className="text-ink-3">none</span>),
    },
    {
      key: 'caller',
      header: 'Caller',
      from: 'md',
      sortBy: (row) => row.caller,
      cell: (row) => (
        <span className="cut block max-w-48" title={row.caller}>
          {row.caller}
        </span>
      ),
    },
    {
      key: 'source',
      header: 'Source IP',
      from: 'xl',
      sortBy: (row) => row.sourceIp,
      cell: (row) => <span className="font-mono text-code text-ink-2">{row.sourceIp}</span>,
    },
  ]
}

function matches(request: RequestView, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return true
  return [request.requestId, request.path, request.caller, request.sourceIp, request.method, request.routeKey ?? ''].some((field) =>
    field.toLowerCase().includes(wanted),
  )
}

function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState title="No request matches" footer={<Button onClick={onClear}>Clear the filter</Button>}>
      There are requests, but none with these words, this API and this decision.
    </EmptyState>
  )
}

function NoRequests() {
  const apis = useApis()
  const first = apis.data?.find((api) => api.stages.length > 0)
  return (
    <EmptyState
      title="No requests yet"
      columns={[88, 64, 260, 120]}
      ways={[
        {
          icon: <FlaskConical size={18} aria-hidden />,
          title: 'Send one from the playground',
          text: 'It goes through the whole gateway and is listed here',
          action: <LinkButton href="/playground">Open playground</LinkButton>,
        },
      ]}
    >
      Every request that reaches the gateway is listed here with its decision: each denial in full, allowed ones sampled.
      {first && <FirstCurl apiId={first.id} />}
    </EmptyState>
  )
}

function FirstCurl({ apiId }: { readonly apiId: string }) {
  const api = useApi(apiId)
  const url = api.data?.stageDetails[0]?.invokeUrls[0]
  if (!url) return null
  const route = api.data?.routes.find((item) => item.auth.type === 'NONE' && !item.path.includes('{')) ?? api.data?.routes[0]
  return (
    <CodeBlock
      className="mt-4"
      label="the command"
      text={`curl -i ${url.replace(/\/$/, '')}${route?.path === '$default' ? '/' : (route?.path ?? '/')}`}
    />
  )
}
