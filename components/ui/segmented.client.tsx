'use client'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import { cx } from './cx'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly size?: 'default' | 'dense'
}

export function Segmented<Value extends string>({ label, value, onChange, options, size = 'default' }: SegmentedProps<Value>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={(next) => next[0] !== undefined && onChange(next[0] as Value)}
      className={cx('inline-flex w-fit shrink-0 gap-0.5 rounded-control bg-selected p-0.5', size === 'dense' ? 'h-7' : 'h-8')}
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="inline-flex items-center gap-2 rounded-mark px-3 text-table font-medium text-ink-2 data-pressed:bg-raised data-pressed:text-ink data-pressed:ring-1 data-pressed:ring-hairline"
        >
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
