import { Ban, Check, CircleHelp, Minus } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { Verdict, type VerdictKind } from '@/components/ui/verdict'

export interface EntryStage {
  readonly name: string
  readonly why: string
  readonly kind: VerdictKind
  readonly word: string
}

const NODE = {
  allow: { Icon: Check, look: 'border-allow bg-canvas text-allow' },
  deny: { Icon: Ban, look: 'border-deny-fill bg-deny-fill text-on-fill' },
  depends: { Icon: CircleHelp, look: 'border-depends bg-depends-soft text-depends' },
  unreached: { Icon: Minus, look: 'border-dashed border-unreached-line bg-canvas text-unreached' },
} as const
const TINT = {
  allow: '',
  deny: 'bg-deny-soft border-y border-deny-line',
  depends: 'bg-depends-soft border-y border-depends-line',
  unreached: '',
} as const

/** The decision on the visitor's own request, in the look of every decision. */
export function EntryTree({ stages }: { readonly stages: readonly EntryStage[] }) {
  return (
    <ol className="-mx-4">
      {stages.map((stage, index) => {
        const { Icon, look } = NODE[stage.kind]
        const decides = stage.kind === 'deny' || stage.kind === 'depends'
        return (
          <li
            key={stage.name}
            className={cx(
              'relative grid min-h-11 grid-cols-[20px_112px_1fr_auto] items-center gap-3 px-4 text-table xl:grid-cols-[20px_136px_1fr_96px]',
              TINT[stage.kind],
            )}
          >
            {index > 0 && (
              <span
                aria-hidden
                className={cx(
                  'absolute top-0 bottom-1/2 left-[25px] border-l-2',
                  stage.kind === 'unreached' ? 'border-dotted border-unreached-line' : 'border-allow-line',
                )}
              />
            )}
            {index < stages.length - 1 && !decides && (
              <span
                aria-hidden
                className={cx(
                  'absolute top-1/2 bottom-0 left-[25px] border-l-2',
                  stage.kind === 'unreached' ? 'border-dotted border-unreached-line' : 'border-allow-line',
                )}
              />
            )}
            <span className={cx('relative z-1 grid size-5 place-items-center rounded-full border-[1.5px]', look)}>
              <Icon size={11} strokeWidth={2.5} aria-hidden />
            </span>
            <span className={cx('font-medium', stage.kind === 'unreached' && 'font-normal text-ink-3')}>{stage.name}</span>
            <span className={stage.kind === 'unreached' ? 'text-ink-3' : 'text-ink-2'}>{stage.why}</span>
            <Verdict kind={stage.kind} small className="justify-self-end">
              {stage.word}
            </Verdict>
          </li>
        )
      })}
    </ol>
  )
}
