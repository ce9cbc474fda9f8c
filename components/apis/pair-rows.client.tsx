'use client'
import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import type { Pair } from './route-draft'

export interface PairRowsProps {
  /** What the rows are, e.g. `Stage variables`. */
  readonly label: string
  readonly rows: readonly Pair[]
  readonly onChange: (rows: readonly Pair[]) => void
  readonly namePlaceholder: string
  readonly valuePlaceholder: string
  readonly addLabel: string
  readonly readOnly?: boolean
}

/** Names with values, one row each. */
export function PairRows({ label, rows, onChange, namePlaceholder, valuePlaceholder, addLabel, readOnly }: PairRowsProps) {
  const set = (index: number, patch: Partial<Pair>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)))
  return (
    <fieldset className="grid justify-items-start gap-2">
      <legend className="sr-only">{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and have no other identity
        <div key={index} className="grid w-full grid-cols-[1fr_1fr_28px] items-center gap-2">
          <Input
            mono
            size="dense"
            aria-label={`Name ${index + 1}`}
            placeholder={namePlaceholder}
            readOnly={readOnly}
            value={row.name}
            onValueChange={(name) => set(index, { name })}
          />
          <Input
            mono
            size="dense"
            aria-label={`Value of ${row.name || `row ${index + 1}`}`}
            placeholder={valuePlaceholder}
            readOnly={readOnly}
            value={row.value}
            onValueChange={(value) => set(index, { value })}
          />
          {!readOnly && (
            <IconButton
              label={`Remove ${row.name || `row ${index + 1}`}`}
              size="dense"
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button size="dense" variant="quiet" onClick={() => onChange([...rows, { name: '', value: '' }])}>
          <Plus size={14} aria-hidden />
          {addLabel}
        </Button>
      )}
    </fieldset>
  )
}
