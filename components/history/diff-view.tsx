import { DiffLines } from '@/components/editor/diff-lines'
import { readUnifiedDiff } from '@/components/editor/line-diff'

/** A unified diff as people read it. Neutral colours: green and red are kept for decisions. */
export function DiffView({
  diff,
  label = 'Changes',
  className,
}: {
  readonly diff: string
  readonly label?: string
  readonly className?: string
}) {
  const lines = readUnifiedDiff(diff)
  return lines.length === 0 ? (
    <p className="text-table text-ink-3">No text changed.</p>
  ) : (
    <DiffLines lines={lines} label={label} className={className} />
  )
}
