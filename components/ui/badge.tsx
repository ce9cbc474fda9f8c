import type { ReactNode } from 'react'
import { cx } from './cx'

/** A quiet mark beside a name. Never for verdicts: those are Verdict. */
export function Badge({
  children,
  tone = 'neutral',
  className,
}: {
  readonly children: ReactNode
  readonly tone?: 'neutral' | 'outline' | 'warning' | 'accent'
  readonly className?: string
}) {
  const tones = {
    neutral: 'bg-selected text-ink-2',
    outline: 'border text-ink-2',
    warning: 'bg-warning-soft text-warning',
    accent: 'bg-accent-soft text-accent-text',
  } as const
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center gap-1 rounded-mark px-1.5 text-meta font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
