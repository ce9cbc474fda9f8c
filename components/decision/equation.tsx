import type { StageTrace } from '@/lib/domain/decision'
import type { TableCell } from '@/lib/policy/types'
import { Verdict } from '../ui/verdict'
import { OutcomeTable } from './outcome-table.client'
import { SIDE_LOOK, type Tone } from './verdict-look'

/** Caller side + resource policy = result, with the table and row of AWS that says so. */
export function Equation({ stage, cell }: { readonly stage: StageTrace; readonly cell: TableCell }) {
  const result = resultOf(stage)
  const callerLabel = stage.policies.some((policy) => policy.kind === 'authorizer') ? 'authorizer’s policy' : 'caller’s policies'
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-3 text-table text-ink-2">
      {cell.caller !== 'none' && (
        <>
          <span>{callerLabel}</span>
          <Verdict small kind={SIDE_LOOK[cell.caller].tone}>
            {SIDE_LOOK[cell.caller].word}
          </Verdict>
          <span className="text-ink-3">+</span>
        </>
      )}
      <span>resource policy</span>
      <Verdict small kind={SIDE_LOOK[cell.resource].tone}>
        {SIDE_LOOK[cell.resource].word}
      </Verdict>
      <span className="text-ink-3">=</span>
      <Verdict small kind={result.tone}>
        {result.word}
      </Verdict>
      <span className="ml-auto">
        <OutcomeTable cell={cell} />
      </span>
    </div>
  )
}

function resultOf(stage: StageTrace): { tone: Tone; word: string } {
  if (stage.outcome === 'pass') return { tone: 'allow', word: 'allowed' }
  if (stage.outcome === 'depends') return { tone: 'depends', word: 'depends' }
  const explicit = stage.policies.some((policy) => policy.outcome === 'deny')
  return { tone: 'deny', word: explicit ? 'explicit deny' : 'implicit deny' }
}
