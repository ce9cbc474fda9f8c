'use client'
import { Field } from '@base-ui/react/field'
import { Input as Base } from '@base-ui/react/input'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

const BOX =
  'w-full min-w-0 rounded-control border border-control bg-surface px-3 text-table text-ink data-invalid:border-error disabled:cursor-not-allowed disabled:opacity-60 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 read-only:border-hairline read-only:bg-sunken'

export interface InputProps extends Omit<ComponentProps<typeof Base>, 'className' | 'size'> {
  readonly size?: 'default' | 'dense' | 'large'
  readonly mono?: boolean
  readonly className?: string
}

const HEIGHT = { dense: 'h-7 px-2', default: 'h-8', large: 'h-10 text-base' } as const

export function Input({ size = 'default', mono, className, ...rest }: InputProps) {
  return <Base {...rest} className={cx(BOX, HEIGHT[size], mono && 'font-mono text-code', className)} />
}

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  readonly mono?: boolean
  readonly className?: string
}

export function Textarea({ mono, className, ...rest }: TextareaProps) {
  return (
    <Field.Control
      render={<textarea {...rest} />}
      className={cx(BOX, 'min-h-20 resize-y py-2', mono && 'font-mono text-code', className)}
    />
  )
}

export interface InputWithIconProps extends InputProps {
  readonly icon: ReactNode
}

export function InputWithIcon({ icon, className, ...rest }: InputWithIconProps) {
  return (
    <span className={cx('relative inline-flex min-w-0 items-center', className)}>
      <span className="pointer-events-none absolute left-2.5 text-ink-3">{icon}</span>
      <Input {...rest} className="pl-8" />
    </span>
  )
}
