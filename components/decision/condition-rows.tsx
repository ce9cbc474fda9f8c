import type { ConditionTrace } from '@/lib/policy/types'
import { cx } from '../ui/cx'
import { Verdict } from '../ui/verdict'
import { decisivePart, type Marked } from './decisive-part'
import { MATCH_LOOK } from './verdict-look'

const CELL = 'px-3 py-2 align-top'

/** Key and operator, expected, actual: one row a condition; the part that decided is underlined. */
export function ConditionRows({ conditions, highlight }: { readonly conditions: readonly ConditionTrace[]; readonly highlight?: number }) {
  return (
    <div className="border-t">
      <table aria-label="Conditions" className="w-full table-fixed border-collapse text-left text-table">
        <thead>
          <tr className="text-meta text-ink-3 [&>th]:px-3 [&>th]:py-1.5 [&>th]:font-normal">
            <th scope="col" className="w-[35%]">
              Condition
            </th>
            <th scope="col" className="w-[35%]">
              Expected{conditions.some((condition) => condition.expected.length > 1) ? ', one of' : ''}
            </th>
            <th scope="col">Actual</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map((condition, index) => (
            <Row
              key={`${condition.operator} ${condition.key}`}
              condition={condition}
              decides={highlight === undefined || index === highlight}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ condition, decides }: { readonly condition: ConditionTrace; readonly decides: boolean }) {
  const actual = condition.actual.state === 'value' ? condition.actual.value : []
  const only = decides && actual.length === 1 ? actual[0] : undefined
  const part = only === undefined ? null : decisivePart(condition.operator, condition.expected, only, condition.matched === 'match')
  const look = MATCH_LOOK[condition.matched]
  return (
    <tr className="border-t">
      <td className={CELL}>
        <Code>{condition.key}</Code>
        <span className="block text-meta text-ink-3">{condition.operator}</span>
      </td>
      <td className={CELL}>
        {condition.expected.map((value, index) => (
          <span key={value} className={cx('block', part && part.expectedIndex >= 0 && part.expectedIndex !== index && 'text-ink-3')}>
            <Code>{part?.expected && part.expectedIndex === index ? <Mark part={part.expected} /> : value}</Code>
          </span>
        ))}
      </td>
      <td className={CELL}>
        <Actual condition={condition} values={actual} part={part?.actual ?? null} />
        <Verdict small kind={condition.matched === 'noMatch' ? 'deny' : look.tone}>
          {condition.matched === 'noMatch' ? 'fails' : look.word}
        </Verdict>
      </td>
    </tr>
  )
}

function Actual(props: { readonly condition: ConditionTrace; readonly values: readonly string[]; readonly part: Marked | null }) {
  const { condition, values, part } = props
  if (condition.actual.state === 'absent') return <span className="block text-ink-3">not in the request</span>
  if (condition.actual.state === 'unknown') return <span className="block text-ink-3">not known</span>
  if (values.length === 0) return <span className="block text-ink-3">no values</span>
  return values.map((value) => (
    <span key={value} className="block">
      <Code>{part ? <Mark part={part} /> : value}</Code>
    </span>
  ))
}

function Code({ children }: { readonly children: React.ReactNode }) {
  return <code className="font-mono text-[12.5px] wrap-anywhere">{children}</code>
}

function Mark({ part }: { readonly part: Marked }) {
  return (
    <>
      <span className="shadow-[inset_0_-2px_currentColor]">{part.hit}</span>
      {part.rest}
    </>
  )
}
