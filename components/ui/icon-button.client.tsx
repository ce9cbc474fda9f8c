'use client'
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button.client'
import { cx } from './cx'
import { Tooltip } from './tooltip.client'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Name for screen readers and text of the tooltip. */
  readonly label: string
  readonly children: ReactNode
}

export function IconButton({ label, children, className, size = 'default', variant = 'quiet', ...rest }: IconButtonProps) {
  const square = cx('px-0!', size === 'default' ? 'w-8' : size === 'dense' ? 'w-7' : 'w-10', className)
  const button = (
    <Button {...rest} variant={variant} size={size} className={square} aria-label={label}>
      {children}
    </Button>
  )
  return rest.disabledReason ? button : <Tooltip content={label}>{button}</Tooltip>
}
