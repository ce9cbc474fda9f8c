'use client'
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { cx } from './cx'
import type { Option } from './option'

export interface SelectProps<Value extends string> {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly Option<Value>[]
  readonly placeholder?: string
  /** Needed when the select stands outside a Field. */
  readonly label?: string
  /** `token` is the quiet form of filter bars: its label stands inside. */
  readonly look?: 'control' | 'token'
  readonly size?: 'default' | 'dense'
  readonly disabled?: boolean
  readonly className?: string
}

const ITEM =
  'grid cursor-default grid-cols-[16px_1fr_auto] items-center gap-2 rounded-mark py-1.5 pr-3 pl-2 text-table outline-none data-highlighted:bg-hover'

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, placeholder, label, look = 'control', size = 'default', disabled, className } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root items={options} value={value} disabled={disabled} onValueChange={(next) => next !== null && onChange(next as Value)}>
      <Base.Trigger
        aria-label={label}
        className={cx(
          'inline-flex min-w-0 items-center gap-2 rounded-control border text-left text-table disabled:cursor-not-allowed disabled:opacity-60',
          look === 'control' ? 'border-control bg-surface' : 'border-hairline bg-raised hover:bg-hover',
          size === 'dense' ? 'h-7 px-2' : 'h-8 px-3',
          className,
        )}
      >
        {look === 'token' && label && <span className="text-ink-2">{label}</span>}
        {chosen?.icon}
        <span className={cx('cut flex-1', look === 'token' && 'font-medium', !chosen && 'text-ink-3')}>
          {chosen?.label ?? placeholder ?? 'Choose'}
        </span>
        <Base.Icon className="text-ink-3">
          <ChevronDown size={14} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="pop max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-card bg-raised p-1 shadow-float">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={ITEM}>
                <Base.ItemIndicator className="col-start-1 text-ink-2">
                  <Check size={14} aria-hidden />
                </Base.ItemIndicator>
                <Base.ItemText className="col-start-2 flex items-center gap-2 whitespace-nowrap">
                  {option.icon}
                  {option.label}
                </Base.ItemText>
                {option.hint && <span className="col-start-3 pl-4 text-meta text-ink-3">{option.hint}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
