'use client'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonLook, buttonClass } from './button-class'
import { Tooltip } from './tooltip.client'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, ButtonLook {
  /** Shows a spinner and ignores presses. */
  readonly pending?: boolean
  /** Why the button does nothing now; shown in a tooltip. The button stays reachable by keyboard. */
  readonly disabledReason?: string | null
}

export function Button({ variant, size, className, pending, disabled, disabledReason, onClick, children, type, ...rest }: ButtonProps) {
  const inert = Boolean(pending || disabled || disabledReason)
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (inert) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      onClick={press}
      className={buttonClass({ variant, size, className })}
    >
      {pending && <LoaderCircle size={14} aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
  return disabledReason ? <Tooltip content={disabledReason}>{button}</Tooltip> : button
}
