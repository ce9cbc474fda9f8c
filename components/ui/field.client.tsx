'use client'
import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { cx } from './cx'

export interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly name?: string
  readonly className?: string
  /** One control: Input, Textarea, Select or Combobox; it is labelled by this field. */
  readonly children: ReactNode
}

export function Field({ label, hint, error, name, className, children }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={cx('grid content-start gap-1.5', className)}>
      <Base.Label className="text-table font-medium text-ink">{label}</Base.Label>
      {children}
      {error ? (
        <Base.Error match className="text-meta text-error">
          {error}
        </Base.Error>
      ) : (
        hint && <Base.Description className="text-meta text-ink-3">{hint}</Base.Description>
      )}
    </Base.Root>
  )
}
