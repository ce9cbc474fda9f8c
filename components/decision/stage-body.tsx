import type { Decision, StageTrace } from '@/lib/domain/decision'
import { Equation } from './equation'
import { OtherStatements, PolicyFold } from './policy-fold.client'
import { StatementCard } from './statement-card'
import { decidingParts } from './tree-model'
import type { Tone } from './verdict-look'

export interface StageBodyProps {
  readonly trace: StageTrace
  readonly decision: Decision
  readonly decides: boolean
  readonly tone: Tone
}

/** What a stage weighed: the equation, the deciding statement, the other policies, then its plain facts. */
export function StageBody({ trace, decision, decides, tone }: StageBodyProps) {
  const parts = decides ? decidingParts(decision, trace) : { policy: null, statement: null, condition: null }
  const { policy, statement } = parts
  const others = trace.policies.filter((item) => item !== policy)
  return (
    <>
      {trace.cell && <Equation stage={trace} cell={trace.cell} />}
      {policy && statement && (
        <>
          <StatementCard policy={policy} statement={statement} condition={decision.decidedBy.condition} tone={tone} />
          <OtherStatements policy={policy} shown={statement.index} />
        </>
      )}
      {policy && !statement && <PolicyFold policy={policy} startOpen />}
      {others.length > 0 && (
        <div className={statement || policy ? 'pt-3' : ''}>
          {others.map((item) => (
            <PolicyFold key={`${item.kind} ${item.source.id} ${item.source.name}`} policy={item} />
          ))}
        </div>
      )}
      {trace.detail.length > 0 && <Details rows={trace.detail} spaced={trace.policies.length > 0 || Boolean(trace.cell)} />}
    </>
  )
}

function Details({ rows, spaced }: { readonly rows: StageTrace['detail']; readonly spaced: boolean }) {
  return (
    <dl className={`grid gap-x-4 gap-y-1.5 text-table sm:grid-cols-[minmax(120px,168px)_1fr] ${spaced ? 'pt-3' : ''}`}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, rows never move
        <div key={index} className="contents">
          <dt className="text-ink-3">{row.label}</dt>
          <dd className="min-w-0">
            {row.preformatted ? (
              <pre className="max-h-72 overflow-auto rounded-control border bg-sunken px-3 py-2 font-mono text-[12px] leading-[18px] whitespace-pre-wrap wrap-anywhere">
                {row.value}
              </pre>
            ) : (
              <span className="font-mono text-code wrap-anywhere">{row.value}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
