'use client'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { Decision } from '@/lib/domain/decision'
import { cx } from '../ui/cx'
import { VERDICT_ICON, VERDICT_TEXT, Verdict } from '../ui/verdict'
import { StageBody } from './stage-body'
import { formatUs, STAGE_LABELS, type StageRow } from './tree-model'
import { OUTCOME_LOOK, STATE_LOOK, TONE_FILL, TONE_GROUND, type Tone } from './verdict-look'

export interface StageItemProps {
  readonly row: StageRow
  readonly decision: Decision
  readonly dense: boolean
  readonly first: boolean
  readonly last: boolean
  readonly open: boolean
  readonly onToggle: () => void
}

/** One stage: mark, name, why, verdict, time; what it weighed opens below. */
export function StageItem({ row, decision, dense, first, last, open, onToggle }: StageItemProps) {
  const bodyId = useId()
  const { trace, decides, state } = row
  const look = STATE_LOOK[state]
  const tone: Tone = decides ? OUTCOME_LOOK[decision.outcome].tone : look.tone
  const hasBody = trace.policies.length > 0 || trace.detail.length > 0
  const tinted = decides
  const word = decides && decision.outcome === 'error' && state === 'failed' ? 'refused' : look.word
  const ends = decides && decision.outcome !== 'allow'
  return (
    <li className={cx('relative', tinted && cx('border-y', TONE_GROUND[tone]), tinted && open && hasBody && 'pb-4')}>
      <Line first={first} last={last || ends} tall={tinted} dense={dense} />
      <RowTag
        button={hasBody}
        expanded={open}
        controls={bodyId}
        onPress={onToggle}
        className={cx(
          'relative grid w-full items-center gap-x-3 text-left text-table',
          dense
            ? 'grid-cols-[20px_minmax(88px,112px)_1fr_auto_auto] px-5'
            : 'grid-cols-[20px_minmax(96px,128px)_1fr_auto_auto] px-4 md:pr-6',
          tinted ? 'min-h-11' : dense ? 'min-h-8' : 'min-h-9',
          hasBody && !tinted && 'hover:bg-hover',
        )}
      >
        <Node tone={tone} filled={tinted} />
        <b className={cx('cut', tinted ? 'font-semibold' : 'font-medium', state === 'skipped' && 'text-ink-3')}>
          {STAGE_LABELS[trace.name]}
        </b>
        <span
          className={cx(tinted ? 'text-pretty' : 'cut', state === 'skipped' ? 'text-ink-3' : 'text-ink-2')}
          title={tinted ? undefined : trace.why}
        >
          {trace.why}
        </span>
        <Verdict small kind={tone} className="w-18">
          {word}
        </Verdict>
        <span className="num flex w-16 items-center max-sm:w-3 justify-end gap-1 font-mono text-meta text-ink-3">
          <span className="max-sm:hidden">{trace.durationUs === undefined ? '' : formatUs(trace.durationUs)}</span>
          {hasBody ? (
            <ChevronDown size={12} aria-hidden className={cx('shrink-0 transition-transform', open ? 'rotate-180' : '')} />
          ) : (
            <span className="w-3" />
          )}
        </span>
      </RowTag>
      {open && hasBody && (
        <div id={bodyId} className={cx('relative', dense ? 'mr-5 ml-13' : 'mr-4 ml-12 md:mr-6', !tinted && 'pt-1 pb-4')}>
          <StageBody trace={trace} decision={decision} decides={decides} tone={tone} />
        </div>
      )}
      {ends && <span aria-hidden className={cx('absolute -bottom-px z-1 h-0.5 w-5', dense ? 'left-5' : 'left-4', TONE_FILL[tone])} />}
    </li>
  )
}

function RowTag(props: {
  readonly button: boolean
  readonly expanded: boolean
  readonly controls: string
  readonly onPress: () => void
  readonly className: string
  readonly children: React.ReactNode
}) {
  if (!props.button) return <div className={props.className}>{props.children}</div>
  return (
    <button
      type="button"
      aria-expanded={props.expanded}
      aria-controls={props.expanded ? props.controls : undefined}
      onClick={props.onPress}
      className={cx(props.className, '-outline-offset-2')}
    >
      {props.children}
    </button>
  )
}

/** The solid line through the marks, as far as the request came. */
function Line({
  first,
  last,
  tall,
  dense,
}: {
  readonly first: boolean
  readonly last: boolean
  readonly tall: boolean
  readonly dense: boolean
}) {
  const middle = tall ? 22 : dense ? 16 : 18
  return (
    <span
      aria-hidden
      className={cx('absolute border-l-2 border-allow-line', dense ? 'left-[29px]' : 'left-[25px]')}
      style={{ top: first ? middle : 0, ...(last ? { height: first ? 0 : middle } : { bottom: 0 }) }}
    />
  )
}

function Node({ tone, filled }: { readonly tone: Tone; readonly filled: boolean }) {
  const Icon = VERDICT_ICON[tone]
  return (
    <span
      aria-hidden
      className={cx(
        'z-1 grid size-5 place-items-center rounded-full border-[1.5px]',
        filled ? TONE_FILL[tone] : cx('border-current bg-surface', VERDICT_TEXT[tone]),
      )}
    >
      <Icon size={11} strokeWidth={2.75} />
    </span>
  )
}
