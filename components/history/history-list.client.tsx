'use client'
import { useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useHistory } from '@/components/data/history'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago.client'
import type { HistoryEntry, ObjectKind } from '@/lib/domain/console-api'
import { DiffView } from './diff-view'

const ACTION = { create: 'Created', update: 'Changed', delete: 'Deleted' } as const

function EntryRow({
  entry,
  current,
  onChoose,
}: {
  readonly entry: HistoryEntry
  readonly current: boolean
  readonly onChoose: () => void
}) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={current}
        onClick={onChoose}
        className="grid w-full grid-cols-[48px_1fr_auto] items-baseline gap-x-3 border-b px-4 py-2.5 text-left text-table -outline-offset-2 hover:bg-hover aria-pressed:bg-selected md:pl-6"
      >
        <span className="font-mono text-code text-ink-3">r{entry.revision}</span>
        <span className="cut">
          {ACTION[entry.action]} <span className="text-ink-3">by {entry.author}</span>
        </span>
        <TimeAgo at={entry.at} className="num text-meta text-ink-3" />
      </button>
    </li>
  )
}

/** Every version of one object, newest first, with what each changed. */
export function HistoryList({ kind, objectKey }: { readonly kind: ObjectKind; readonly objectKey: string }) {
  const { data, error } = useHistory(kind, objectKey)
  const [chosen, setChosen] = useState<number | null>(null)
  if (error)
    return (
      <Callout tone="error" className="m-6" title="The history could not be read">
        {errorText(error)}
      </Callout>
    )
  if (!data)
    return (
      <div aria-busy="true" className="grid gap-4 p-6">
        <Skeleton className="w-80" />
        <Skeleton className="w-64" />
        <Skeleton className="w-72" />
      </div>
    )
  const current = data.find((entry) => entry.revision === chosen) ?? data[0]
  if (!current)
    return (
      <EmptyState title="No versions yet" columns={[48, 200, 80]}>
        Each save of this object makes a version with its author, its time and what changed. None has been made since this workspace began.
      </EmptyState>
    )
  return (
    <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(260px,360px)_1fr]">
      <ol aria-label="Versions" className="min-h-0 overflow-y-auto max-md:max-h-60 md:border-r">
        {data.map((entry) => (
          <EntryRow key={entry.revision} entry={entry} current={entry === current} onChoose={() => setChosen(entry.revision)} />
        ))}
      </ol>
      <div className="flex min-h-0 min-w-0 flex-col gap-3 p-4 md:p-6">
        <p className="text-table text-ink-2">
          <span className="font-medium text-ink">r{current.revision}</span>, {ACTION[current.action].toLowerCase()} by {current.author},{' '}
          {new Date(current.at).toLocaleString()}
        </p>
        <DiffView diff={current.diff} className="min-h-0" />
      </div>
    </div>
  )
}
