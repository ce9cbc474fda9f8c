'use client'
import { Popover } from '@base-ui/react/popover'
import { type OutcomeRow, TABLE_A, TABLE_B, type TableCell } from '@/lib/policy'
import { cx } from '../ui/cx'
import { Verdict } from '../ui/verdict'
import { SIDE_LOOK } from './verdict-look'

const WORDS: Readonly<Record<Exclude<TableCell['table'], 'A' | 'B'>, string>> = {
  policyAlone: 'the resource policy alone decides',
  denyOnly: 'only an explicit Deny counts here',
  noPolicy: 'no resource policy is attached',
}

/** Names the applied rule; the two tables of AWS open with the applied row marked. */
export function OutcomeTable({ cell }: { readonly cell: TableCell }) {
  if (cell.table !== 'A' && cell.table !== 'B') return <span className="text-meta text-ink-3">{WORDS[cell.table]}</span>
  const rows = cell.table === 'A' ? TABLE_A : TABLE_B
  const title = cell.table === 'A' ? 'Table A: caller and API in the same account' : 'Table B: caller and API in different accounts'
  return (
    <Popover.Root>
      <Popover.Trigger className="text-meta text-accent-text hover:underline">
        Table {cell.table}
        {cell.row === null ? '' : `, row ${cell.row}`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup className="pop w-[400px] max-w-[calc(100vw-16px)] rounded-card bg-raised p-3 shadow-float outline-none">
            <Popover.Title className="pb-2 text-table font-medium">{title}</Popover.Title>
            <table className="w-full text-table">
              <thead>
                <tr className="text-left text-meta text-ink-3 [&>th]:px-2 [&>th]:py-1 [&>th]:font-medium">
                  <th>Caller side</th>
                  <th>Resource policy</th>
                  <th>Result</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <TableRow key={`${row.caller} ${row.resource}`} row={row} applied={index + 1 === cell.row} />
                ))}
              </tbody>
            </table>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

const OUTCOMES = { allowed: 'Allow', implicitDeny: 'implicit deny', explicitDeny: 'explicit deny' } as const

function TableRow({ row, applied }: { readonly row: OutcomeRow; readonly applied: boolean }) {
  return (
    <tr
      aria-current={applied || undefined}
      className={cx('border-t border-hairline [&>td]:h-8 [&>td]:px-2', applied ? 'bg-selected' : 'opacity-70')}
    >
      {[row.caller, row.resource].map((side, index) => (
        <td key={index === 0 ? 'caller' : 'resource'}>
          <Verdict small kind={SIDE_LOOK[side].tone}>
            {SIDE_LOOK[side].word}
          </Verdict>
        </td>
      ))}
      <td>
        <Verdict small kind={row.outcome === 'allowed' ? 'allow' : 'deny'}>
          {OUTCOMES[row.outcome]}
        </Verdict>
      </td>
    </tr>
  )
}
