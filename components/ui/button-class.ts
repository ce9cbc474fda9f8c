import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'default' | 'dense' | 'large'

const BASE =
  'inline-flex shrink-0 items-center justify-center rounded-control border font-medium whitespace-nowrap select-none transition-colors duration-100 aria-disabled:cursor-not-allowed aria-disabled:opacity-50'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-accent bg-accent text-on-fill not-aria-disabled:hover:border-accent-strong not-aria-disabled:hover:bg-accent-strong',
  secondary: 'border-hairline bg-raised text-ink not-aria-disabled:hover:bg-hover data-popup-open:bg-hover [&_svg]:text-ink-3',
  quiet:
    'border-transparent text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink data-popup-open:bg-hover [&_svg]:text-ink-3',
  danger: 'border-error-fill bg-error-fill text-on-fill not-aria-disabled:hover:brightness-110',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  default: 'h-8 gap-2 px-3 text-table',
  dense: 'h-7 gap-1.5 px-2 text-table',
  large: 'h-10 gap-2 px-4 text-base',
}

export interface ButtonLook {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly className?: string
}

/** Classes shared by buttons and by links that look like buttons. */
export function buttonClass({ variant = 'secondary', size = 'default', className }: ButtonLook): string {
  return cx(BASE, VARIANTS[variant], SIZES[size], className)
}
