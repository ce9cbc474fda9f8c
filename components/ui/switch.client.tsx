'use client'
import { Switch as Base } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import { cx } from './cx'

export interface SwitchProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly className?: string
}

export function Switch({ checked, onChange, label, hint, disabled, className }: SwitchProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={cx('flex items-start gap-3 text-table', disabled && 'cursor-not-allowed opacity-60', className)}>
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors data-checked:bg-accent"
      >
        <Base.Thumb className="size-3 rounded-full bg-on-fill transition-transform data-checked:translate-x-3" />
      </Base.Root>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-meta text-ink-3">{hint}</span>}
      </span>
    </label>
  )
}
