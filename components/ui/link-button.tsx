import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class'

export interface LinkButtonProps extends Omit<ComponentProps<typeof Link>, 'className'>, ButtonLook {}

/** A link that looks like a button: for navigation, never for actions. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ variant, size, className })} />
}
