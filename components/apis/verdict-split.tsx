import { Verdict } from '@/components/ui/verdict'

export interface VerdictCounts {
  readonly allowed: number
  readonly denied: number
}

/** A bar in two parts with its two numbers. The width grows with the square root, so that rare denials stay visible. */
export function VerdictSplit({
  counts,
  max,
  widthPx = 96,
}: {
  readonly counts: VerdictCounts
  readonly max: number
  readonly widthPx?: number
}) {
  const total = counts.allowed + counts.denied
  if (total === 0) return <span className="text-ink-3">none yet</span>
  const width = Math.max(8, Math.sqrt(total / Math.max(max, 1)) * widthPx)
  return (
    <span aria-hidden className="inline-flex h-1.5 gap-px overflow-hidden rounded-full align-middle" style={{ width }}>
      {counts.allowed > 0 && <span className="min-w-1 bg-allow" style={{ flexGrow: counts.allowed }} />}
      {counts.denied > 0 && <span className="min-w-1 bg-deny" style={{ flexGrow: counts.denied }} />}
    </span>
  )
}

export function VerdictNumbers({ counts }: { readonly counts: VerdictCounts }) {
  return (
    <span className="num inline-flex gap-3">
      <Verdict kind="allow" small>
        {counts.allowed.toLocaleString('en')} allowed
      </Verdict>
      <Verdict kind="deny" small>
        {counts.denied.toLocaleString('en')} denied
      </Verdict>
    </span>
  )
}
