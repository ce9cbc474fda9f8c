'use client'
import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cx } from './cx'
import type { Option } from './option'

export interface ComboboxProps<Value extends string> {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly Option<Value>[]
  readonly placeholder?: string
  /** Needed when the combobox stands outside a Field. */
  readonly label?: string
  readonly emptyText?: string
  readonly mono?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

/** A select with a search box in it, for lists that do not fit on a screen. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { value, onChange, options, placeholder, label, emptyText = 'Nothing matches', mono, disabled, className } = props
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Base.Root
      items={options}
      value={chosen}
      disabled={disabled}
      itemToStringLabel={(option: Option<Value>) => option.label}
      itemToStringValue={(option: Option<Value>) => option.value}
      isItemEqualToValue={(a: Option<Value>, b: Option<Value>) => a.value === b.value}
      onValueChange={(next: Option<Value> | null) => next && onChange(next.value)}
    >
      <Base.InputGroup className={cx('relative inline-flex w-full min-w-0 items-center', className)}>
        <Base.Input
          aria-label={label}
          placeholder={placeholder}
          className={cx(
            'h-8 w-full min-w-0 rounded-control border border-control bg-surface pr-8 pl-3 text-table data-invalid:border-error disabled:opacity-60',
            mono && 'font-mono text-code',
          )}
        />
        <Base.Trigger
          aria-label="Show all"
          className="absolute right-1 grid size-6 place-items-center rounded-mark text-ink-3 hover:bg-hover"
        >
          <ChevronsUpDown size={14} aria-hidden />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="pop max-h-[min(320px,var(--available-height))] min-w-(--anchor-width) overflow-y-auto rounded-card bg-raised p-1 shadow-float">
            <Base.Empty className="px-3 py-2 text-table text-ink-3 empty:hidden">{emptyText}</Base.Empty>
            <Base.List>
              {(option: Option<Value>) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="grid cursor-default grid-cols-[16px_1fr_auto] items-center gap-2 rounded-mark py-1.5 pr-3 pl-2 text-table outline-none data-highlighted:bg-hover"
                >
                  <Base.ItemIndicator className="col-start-1 text-ink-2">
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                  <span className={cx('col-start-2 flex items-center gap-2 whitespace-nowrap', mono && 'font-mono text-code')}>
                    {option.icon}
                    {option.label}
                  </span>
                  {option.hint && <span className="col-start-3 pl-4 text-meta text-ink-3">{option.hint}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
