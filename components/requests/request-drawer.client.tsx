'use client'
import { ChevronDown, ChevronUp, FlaskConical } from 'lucide-react'
import type { RequestDetail } from '@/lib/domain/console-api'
import { errorText, isApiError } from '../data/api-client'
import { useRequest } from '../data/request'
import { DecisionTree } from '../decision/decision-tree.client'
import { Sentence } from '../decision/sentence'
import { Callout } from '../ui/callout'
import { Copy } from '../ui/copy.client'
import { Drawer } from '../ui/drawer.client'
import { IconButton } from '../ui/icon-button.client'
import { LinkButton } from '../ui/link-button'
import { MethodChip } from '../ui/method-chip'
import { Skeleton } from '../ui/skeleton'
import { playgroundHref } from './playground-href'
import { clockTime } from './request-words'

export interface RequestDrawerProps {
  readonly requestId: string
  readonly onClose: () => void
  /** To the next (1) or previous (-1) row. */
  readonly onStep: (step: 1 | -1) => void
}

/** One live request with the tree of its decision. */
export function RequestDrawer({ requestId, onClose, onStep }: RequestDrawerProps) {
  const request = useRequest(requestId)
  const { data } = request
  return (
    <Drawer
      open
      modal={false}
      width="record"
      onClose={onClose}
      title={
        data ? (
          <span className="flex items-center gap-2">
            <MethodChip method={data.method} />
            <span className="cut font-mono text-[13px] font-medium">{data.path}</span>
          </span>
        ) : (
          'Request'
        )
      }
      actions={
        <>
          {data && <span className="num font-mono text-code text-ink-2">{data.status}</span>}
          <IconButton label="Newer request" size="dense" onClick={() => onStep(-1)}>
            <ChevronUp size={16} aria-hidden />
          </IconButton>
          <IconButton label="Older request" size="dense" onClick={() => onStep(1)}>
            <ChevronDown size={16} aria-hidden />
          </IconButton>
        </>
      }
      footer={
        data?.api && (
          <LinkButton variant="primary" href={playgroundHref(data)}>
            <FlaskConical size={14} aria-hidden />
            Open in playground
          </LinkButton>
        )
      }
    >
      {request.isError ? (
        <Callout
          tone="error"
          className="m-5"
          title={
            isApiError(request.error) && request.error.status === 404 ? 'This request is not in the log.' : 'The request could not be read.'
          }
        >
          {isApiError(request.error) && request.error.status === 404
            ? 'Allowed requests are sampled, and the log is bounded: it may have been counted only.'
            : errorText(request.error)}
        </Callout>
      ) : data ? (
        <Record request={data} />
      ) : (
        <div aria-busy="true" className="grid gap-3 p-5">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      )}
    </Drawer>
  )
}

function Record({ request }: { readonly request: RequestDetail }) {
  return (
    <>
      <Sentence decision={request.decision} size="drawer" className="px-5 py-4" />
      <dl className="grid grid-cols-[88px_1fr] gap-x-3 gap-y-1.5 border-y px-5 py-3 text-meta leading-5 sm:grid-cols-[88px_1fr_72px_1fr]">
        <dt className="text-ink-3">Request id</dt>
        <dd className="min-w-0">
          <Copy value={request.requestId} max={22} />
        </dd>
        <dt className="text-ink-3">Caller</dt>
        <dd className="cut" title={request.caller}>
          {request.caller}
        </dd>
        <dt className="text-ink-3">Time</dt>
        <dd className="num">{clockTime(request.at)}</dd>
        <dt className="text-ink-3">Source IP</dt>
        <dd className="font-mono">{request.sourceIp}</dd>
      </dl>
      <DecisionTree decision={request.decision} dense />
    </>
  )
}
