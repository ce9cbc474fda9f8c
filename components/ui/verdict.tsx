import { Ban, Check, CircleHelp, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

export type VerdictKind = 'allow' | 'deny' | 'depends' | 'unreached'

export const VERDICT_ICON = { allow: Check, deny: Ban, depends: CircleHelp, unreached: Minus } as const
export const VERDICT_TEXT = { allow: 'text-allow', deny: 'text-deny', depends: 'text-depends', unreached: 'text-unreached' } as const
const SOFT = { allow: 'bg-allow-soft', deny: 'bg-deny-soft', depends: 'bg-depends-soft', unreached: 'bg-selected' } as const
const WORD = { allow: 'Allow', deny: 'Deny', depends: 'Depends', unreached: 'not reached' } as const

export interface VerdictProps {
  readonly kind: VerdictKind
  /** The word; AWS's own by default. */
  readonly children?: ReactNode
  readonly small?: boolean
  readonly badge?: boolean
  readonly className?: string
}

/** A decision: icon, word and colour together, never one alone. */
export function Verdict({ kind, children, small, badge, className }: VerdictProps) {
  const Icon = VERDICT_ICON[kind]
  return (
    <span
      className={cx(
        'num inline-flex items-center font-medium whitespace-nowrap',
        VERDICT_TEXT[kind],
        small ? 'gap-1 text-meta' : 'gap-1.5 text-table',
        badge && `h-6 rounded-mark px-2 ${SOFT[kind]}`,
        className,
      )}
    >
      <Icon size={small ? 12 : 14} strokeWidth={2.5} aria-hidden className="shrink-0" />
      {children ?? WORD[kind]}
    </span>
  )
}
