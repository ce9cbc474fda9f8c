import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const LOOK = {
  info: { Icon: Info, box: 'bg-sunken', icon: 'text-ink-3' },
  warning: { Icon: TriangleAlert, box: 'border-warning-line bg-warning-soft', icon: 'text-warning' },
  error: { Icon: CircleAlert, box: 'border-error-line bg-error-soft', icon: 'text-error' },
} as const

export interface CalloutProps {
  readonly tone?: keyof typeof LOOK
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
}

/** Something to know before going on. */
export function Callout({ tone = 'info', title, children, actions, className }: CalloutProps) {
  const { Icon, box, icon } = LOOK[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : undefined}
      className={cx('flex items-start gap-3 rounded-card border px-4 py-3 text-table', box, className)}
    >
      <Icon size={16} aria-hidden className={cx('mt-0.5 shrink-0', icon)} />
      <div className="min-w-0 flex-1 break-words text-ink-2">
        {title && <p className="font-medium text-ink">{title}</p>}
        {children}
      </div>
      {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
    </div>
  )
}
