'use client'
import Link from 'next/link'
import { MethodChip } from '@/components/ui/method-chip'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago.client'
import { Verdict } from '@/components/ui/verdict'
import type { RequestView } from '@/lib/domain/console-api'
import { reasonWords } from './reason-words'

const SHOWN_MAX = 8

function Row({ request }: { readonly request: RequestView }) {
  return (
    <li>
      <Link
        href={`/requests?id=${encodeURIComponent(request.requestId)}`}
        className="grid grid-cols-[72px_52px_1fr_auto] items-center gap-x-3 px-4 py-2 text-table -outline-offset-2 hover:bg-hover"
      >
        <Verdict kind="deny">{request.outcome === 'error' ? 'Error' : 'Deny'}</Verdict>
        <MethodChip method={request.method} />
        <span className="min-w-0">
          <span className="cut block font-mono text-code">{request.path}</span>
          <span className="cut block text-meta text-ink-3">
            {request.caller}, {reasonWords(request.reasonCode)}
          </span>
        </span>
        <span className="num text-right text-meta text-ink-3">
          {request.status}
          <TimeAgo at={request.at} className="block" />
        </span>
      </Link>
    </li>
  )
}

/** The refused requests of late, each with its reason. */
export function LatestDenials({ requests }: { readonly requests: readonly RequestView[] | undefined }) {
  const denied = requests?.filter((request) => request.outcome !== 'allow').slice(0, SHOWN_MAX)
  return (
    <section>
      <div className="flex items-center justify-between pb-2">
        <h2 className="text-h2 leading-8">Latest denials</h2>
        <Link href="/requests?outcome=deny" className="link rounded-mark text-table font-medium">
          All requests
        </Link>
      </div>
      <div className="overflow-hidden rounded-card border">
        {!denied ? (
          <div aria-busy="true" className="[&>*+*]:border-t">
            {['w-3/4', 'w-2/3', 'w-4/5', 'w-3/5'].map((width) => (
              <div key={width} className="flex h-13 items-center px-4">
                <Skeleton className={width} />
              </div>
            ))}
          </div>
        ) : denied.length === 0 ? (
          <p className="px-4 py-8 text-pretty text-ink-2">
            {requests?.length === 0
              ? 'No request has come in yet. Call an invoke URL, or ask in the playground what would happen.'
              : `None of the latest ${requests?.length} requests was refused.`}
          </p>
        ) : (
          <ul className="[&>li+li]:border-t">
            {denied.map((request) => (
              <Row key={request.requestId} request={request} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
