import { CircleAlert, CircleCheck, Info, ShieldAlert, TriangleAlert } from 'lucide-react'
import type { Finding } from '@/lib/policy'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { cx } from '../ui/cx'
import { SEVERITY_LABELS, severityWord } from './finding-words'

export const SEVERITY_ICONS = { error: CircleAlert, security: ShieldAlert, warning: TriangleAlert, suggestion: Info } as const
export const SEVERITY_TEXT = { error: 'text-error', security: 'text-warning', warning: 'text-warning', suggestion: 'text-ink-3' } as const

export interface ProblemsPanelProps {
  readonly findings: readonly Finding[]
  readonly checked: boolean
  readonly lineOf: (offset: number) => number
  readonly onGo: (finding: Finding) => void
  /** Left out for readers. */
  readonly onFix?: (finding: Finding) => void
  readonly className?: string
}

/** Everything that is worth knowing about a policy's text; a click goes to the place. */
export function ProblemsPanel({ findings, checked, lineOf, onGo, onFix, className }: ProblemsPanelProps) {
  if (findings.length === 0) {
    return (
      <div className={cx('flex items-center justify-center gap-2 text-table text-ink-3', className)}>
        {checked && (
          <>
            <CircleCheck size={14} aria-hidden />
            No problems. It is enforced as written.
          </>
        )}
      </div>
    )
  }
  return (
    <ul aria-label="Problems" className={cx('overflow-y-auto', className)}>
      {findings.map((finding) => {
        const Icon = SEVERITY_ICONS[finding.severity]
        return (
          <li
            key={`${finding.id} ${finding.range.start} ${finding.pointer}`}
            className="flex items-start gap-2 border-b pr-3 last:border-b-0 hover:bg-hover"
          >
            <button
              type="button"
              onClick={() => onGo(finding)}
              className="flex min-w-0 flex-1 items-start gap-3 py-2 pl-4 text-left text-table -outline-offset-2"
            >
              <Icon
                size={14}
                className={cx('mt-[3px] shrink-0', SEVERITY_TEXT[finding.severity])}
                aria-label={SEVERITY_LABELS[finding.severity]}
              />
              <span className="min-w-0 flex-1">
                <span className="text-pretty wrap-anywhere">{finding.message}</span>
                <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-meta text-ink-3">
                  <span className="num">line {lineOf(finding.range.start)}</span>
                  <code className="font-mono">{finding.id}</code>
                  {finding.blocksSaving ? <Badge tone="warning">blocks saving</Badge> : <span>{severityWord(finding)}</span>}
                </span>
              </span>
            </button>
            {finding.fix && onFix && (
              <Button size="dense" className="my-2 max-w-60 shrink" onClick={() => onFix(finding)}>
                <span className="cut">{finding.fix.title}</span>
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
