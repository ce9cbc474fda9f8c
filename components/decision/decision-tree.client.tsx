'use client'
import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Decision } from '@/lib/domain/decision'
import { Button } from '../ui/button.client'
import { cx } from '../ui/cx'
import { NotReachedRow } from './not-reached-row.client'
import { StageItem } from './stage-item.client'
import { formatUs, type StageRow, treeModel } from './tree-model'

export interface DecisionTreeProps {
  readonly decision: Decision
  /** Rows of 32 instead of 36, for drawers. */
  readonly dense?: boolean
  /** Leaves the heading row out. */
  readonly bare?: boolean
}

/** The stages of one decision in pipeline order; the deciding one is open and tinted. */
export function DecisionTree({ decision, dense, bare }: DecisionTreeProps) {
  const model = useMemo(() => treeModel(decision), [decision])
  const [open, setOpen] = useState<{ for: Decision; keys: ReadonlySet<string> }>({ for: decision, keys: deciding(model.rows) })
  const keys = open.for === decision ? open.keys : deciding(model.rows)
  const set = (next: ReadonlySet<string>) => setOpen({ for: decision, keys: next })
  const lastReached = model.rows.length - 1
  return (
    <div className="min-w-0">
      {bare ? null : (
        <div className={cx('flex items-center gap-2', dense ? 'h-9 px-5' : 'h-11 pr-4 pl-4 md:pr-6')}>
          <h2 className="text-table font-medium">Decision</h2>
          <span className="text-meta text-ink-3">
            {model.rows.length} of {decision.stages.length} stages
          </span>
          {model.totalUs !== null && <span className="num ml-auto text-meta text-ink-3">{formatUs(model.totalUs)}</span>}
          <Button
            variant="quiet"
            size="dense"
            className={model.totalUs === null ? 'ml-auto' : ''}
            onClick={() => set(keys.size > 0 ? new Set() : openable(model.rows))}
          >
            {keys.size > 0 ? <ChevronsDownUp size={14} aria-hidden /> : <ChevronsUpDown size={14} aria-hidden />}
            {keys.size > 0 ? 'Fold all' : 'Open all'}
          </Button>
        </div>
      )}
      <ol aria-label="Stages of the decision">
        {model.rows.map((row, index) => (
          <StageItem
            key={row.key}
            row={row}
            decision={decision}
            dense={dense ?? false}
            first={index === 0}
            last={index === lastReached && model.notReached.length === 0}
            open={keys.has(row.key)}
            onToggle={() => set(toggled(keys, row.key))}
          />
        ))}
        {model.notReached.length > 0 && <NotReachedRow stages={model.notReached} dense={dense ?? false} />}
      </ol>
    </div>
  )
}

function deciding(rows: readonly StageRow[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.decides).map((row) => row.key))
}

function openable(rows: readonly StageRow[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.decides || row.trace.policies.length > 0 || row.trace.detail.length > 0).map((row) => row.key))
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
