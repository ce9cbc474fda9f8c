import type { ReactNode } from 'react'
import { cx } from './cx'
import { GhostRows } from './ghost-rows'

export interface EmptyWay {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** A Button or LinkButton. */
  readonly action: ReactNode
}

export interface EmptyStateProps {
  readonly title: string
  /** What this is and why it is empty. */
  readonly children: ReactNode
  /** Ways to fill it, each with a button. */
  readonly ways?: readonly EmptyWay[]
  readonly footer?: ReactNode
  /** Widths of the ghost columns behind, in px. */
  readonly columns?: readonly number[]
  readonly tall?: boolean
}

/** What stands where a list is empty: rows of the final shape, fading, and the ways in before them. */
export function EmptyState({ title, children, ways = [], footer, columns = [96, 120, 160, 120], tall }: EmptyStateProps) {
  return (
    <div className="relative min-h-100 overflow-hidden">
      <GhostRows columns={columns} tall={tall} />
      <section
        className={cx(
          'relative mx-auto w-[calc(100%-32px)] max-w-140 rounded-window border bg-surface p-6 sm:p-8',
          tall ? 'mt-28' : 'mt-12',
          'mb-12',
        )}
      >
        <h2 className="text-[18px] leading-7 font-semibold tracking-[-0.01em]">{title}</h2>
        <div className="pt-1 text-base text-pretty text-ink-2">{children}</div>
        {ways.length > 0 && (
          <ul className="-mx-4 mt-5">
            {ways.map((way) => (
              <li
                key={way.title}
                className="grid grid-cols-[36px_1fr] items-center gap-x-3 gap-y-2 border-t px-4 py-3 sm:grid-cols-[36px_1fr_auto]"
              >
                <span aria-hidden className="grid size-9 place-items-center rounded-card bg-hover text-ink-2">
                  {way.icon}
                </span>
                <span className="min-w-0">
                  <span className="block text-base font-medium">{way.title}</span>
                  <span className="block text-meta text-ink-3">{way.text}</span>
                </span>
                <span className="col-start-2 sm:col-start-3 sm:[&>*]:min-w-26">{way.action}</span>
              </li>
            ))}
          </ul>
        )}
        {footer && (
          <div className="mt-1 flex flex-wrap items-center justify-between gap-2 border-t pt-5 text-meta text-ink-3">{footer}</div>
        )}
      </section>
    </div>
  )
}
