import type { ReactNode } from 'react'
import { cx } from './cx'

export interface PanelProps {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A card of rows or text with an optional heading above it. */
export function Panel({ title, actions, children, className }: PanelProps) {
  return (
    <section className={className}>
      {(title || actions) && (
        <div className="flex min-h-8 items-center gap-2 pb-2">
          {title && <h2 className="mr-auto flex items-center gap-2 text-h2">{title}</h2>}
          {actions}
        </div>
      )}
      <div className={cx('overflow-hidden rounded-card border bg-surface [&>*+*]:border-t')}>{children}</div>
    </section>
  )
}
