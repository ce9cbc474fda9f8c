import { Check, CircleHelp, type LucideIcon, X } from 'lucide-react'
import Link from 'next/link'
import type { MatchState, PolicyTrace, StatementTrace } from '@/lib/policy/types'
import { cx } from '../ui/cx'
import { Verdict } from '../ui/verdict'
import { ConditionRows } from './condition-rows'
import { sourceHref } from './decision-links'
import { MATCH_LOOK, POLICY_LOOK, TONE_LINE, type Tone } from './verdict-look'

export interface StatementCardProps {
  readonly policy: PolicyTrace
  readonly statement: StatementTrace
  /** Index of the condition that explains the outcome. */
  readonly condition?: number
  /** Tone of the outline; the hairline when it stands alone. */
  readonly tone?: Tone
}

export function StatementCard({ policy, statement, condition, tone }: StatementCardProps) {
  const effect = POLICY_LOOK[statement.effect === 'Deny' ? 'deny' : 'allow']
  const href = sourceHref(policy.source, statement)
  return (
    <section
      aria-label={`Statement ${statement.sid ?? statement.index + 1}`}
      className={cx('overflow-hidden rounded-card border bg-surface', tone ? TONE_LINE[tone] : 'border-hairline')}
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-3 px-3 py-1 text-table">
        <b className="font-semibold">{statement.sid ?? `Statement ${statement.index + 1}`}</b>
        {statement.matched === 'match' ? (
          <Verdict small kind={effect.tone}>
            {effect.word}
          </Verdict>
        ) : (
          <Verdict small kind={MATCH_LOOK[statement.matched].tone}>
            {`${statement.effect} ${MATCH_LOOK[statement.matched].word}`}
          </Verdict>
        )}
        <span className="text-meta text-ink-3">
          statement {statement.index + 1} of {policy.statements.length} in {policy.source.name}
        </span>
        {href && (
          <Link href={href} className="link ml-auto">
            Open statement
          </Link>
        )}
      </header>
      <dl className="grid border-t border-hairline sm:grid-cols-[1.15fr_1.15fr_1fr]">
        <Element name="Principal" state={statement.principal} written={statement.written.principal} />
        <Element name="Action" state={statement.action} written={statement.written.action} />
        <Element name="Resource" state={statement.resource} written={statement.written.resource} />
      </dl>
      {statement.conditions.length > 0 && <ConditionRows conditions={statement.conditions} highlight={condition} />}
    </section>
  )
}

const ELEMENT_ICONS: Readonly<Record<MatchState, { icon: LucideIcon; word: string; className: string }>> = {
  match: { icon: Check, word: 'matches', className: 'text-ink' },
  noMatch: { icon: X, word: 'does not match', className: 'text-ink-3' },
  unknown: { icon: CircleHelp, word: 'unknown', className: 'text-depends' },
}

function Element({ name, state, written }: { name: string; state: MatchState | 'notApplicable'; written: readonly string[] }) {
  if (state === 'notApplicable') {
    return (
      <div className="min-w-0 px-3 py-2">
        <dt className="text-meta text-ink-3">{name}</dt>
        <dd className="text-meta leading-5 text-ink-3">not part of this kind of policy</dd>
      </div>
    )
  }
  const { icon: Icon, word, className } = ELEMENT_ICONS[state]
  const shown = written.slice(0, 3)
  return (
    <div className="min-w-0 px-3 py-2">
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className={cx('flex items-start gap-1.5', className)}>
        <Icon size={12} strokeWidth={2.5} className="mt-1 shrink-0" aria-label={word} />
        <span className="min-w-0 font-mono text-[12px] leading-5 wrap-anywhere">
          {shown.map((value) => (
            <span key={value} className="block">
              {value}
            </span>
          ))}
          {written.length > shown.length && <span className="block font-sans text-ink-3">and {written.length - shown.length} more</span>}
        </span>
      </dd>
    </div>
  )
}
