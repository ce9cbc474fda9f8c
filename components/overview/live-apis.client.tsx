'use client'
import Link from 'next/link'
import { useApis } from '@/components/data/apis'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago.client'

const SHOWN_MAX = 6

/** The APIs that changed last. */
export function LiveApis() {
  const { data: apis } = useApis()
  const latest = apis && [...apis].sort((a, b) => b.changed.revision - a.changed.revision).slice(0, SHOWN_MAX)
  if (latest?.length === 0) return null
  return (
    <section>
      <h2 className="pb-2 text-h2 leading-8">Changed last</h2>
      <ul className="overflow-hidden rounded-card border [&>li+li]:border-t">
        {!latest ? (
          <li className="flex h-9 items-center px-4">
            <Skeleton className="w-2/3" />
          </li>
        ) : (
          latest.map((api) => (
            <li key={api.id}>
              <Link
                href={`/apis/${api.id}`}
                className="grid grid-cols-[44px_1fr_auto] items-center gap-2 px-4 py-2 text-table -outline-offset-2 hover:bg-hover"
              >
                <span className="font-mono text-code text-ink-3">r{api.changed.revision}</span>
                <span className="cut">
                  <span className="font-medium">{api.name}</span> <span className="text-ink-3">by {api.changed.by}</span>
                </span>
                <TimeAgo at={api.changed.at} className="num text-meta text-ink-3" />
              </Link>
            </li>
          ))
        )}
      </ul>
    </section>
  )
}
