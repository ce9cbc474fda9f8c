import { cx } from '../ui/cx'
import { VERDICT_ICON, type VerdictKind } from '../ui/verdict'

const FILL = {
  allow: 'bg-allow text-surface',
  deny: 'bg-deny-fill text-on-fill',
  depends: 'bg-depends text-surface',
  unreached: 'bg-selected text-ink-3',
} as const

/** The large mark beside a sentence; the sentence carries the word. */
export function VerdictSeal({ kind, className }: { readonly kind: VerdictKind; readonly className?: string }) {
  const Icon = VERDICT_ICON[kind]
  return (
    <span aria-hidden className={cx('grid size-9 shrink-0 place-items-center rounded-[10px]', FILL[kind], className)}>
      <Icon size={18} strokeWidth={2.5} />
    </span>
  )
}
