'use client'
import { useStatus } from '@/components/data/status'
import { cx } from '@/components/ui/cx'
import { TimeAgo } from '@/components/ui/time-ago.client'
import { Tooltip } from '@/components/ui/tooltip.client'

/** Which revision the gateway enforces now, and whether the database behind it answers. */
export function LiveDot() {
  const { data, isError } = useStatus()
  const away = isError || data?.database === 'down'
  const explanation = isError
    ? 'The server does not answer. What is shown may be old.'
    : data?.database === 'down'
      ? 'The database does not answer. The gateway goes on enforcing this revision; nothing can be saved until it is back.'
      : 'The gateway enforces what was saved last.'
  return (
    <Tooltip content={explanation} side="bottom">
      <button type="button" className="num flex cursor-default! items-center gap-2 rounded-control px-1 whitespace-nowrap text-ink-2">
        <span aria-hidden className={cx('size-1.5 rounded-full ring-3', away ? 'bg-warning ring-warning-soft' : 'bg-ink ring-selected')} />
        {isError && !data ? (
          <span className="text-warning max-lg:sr-only">no answer</span>
        ) : (
          <span className={cx('max-lg:sr-only', !data && 'invisible')}>
            {data?.database === 'down' && <span className="text-warning">database away, </span>}
            enforcing r{data?.enforcedRevision ?? 0}
            {data && <TimeAgo at={data.enforcedAt} className="pl-1.5 text-ink-3 before:content-['·_']" />}
          </span>
        )}
        <span className="sr-only">. {explanation}</span>
      </button>
    </Tooltip>
  )
}
