'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { IconButton } from './icon-button.client'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the one that acts last. */
  readonly footer?: ReactNode
  readonly width?: 'narrow' | 'wide'
}

export const SCRIM = 'fade fixed inset-0 z-40 bg-scrim'

export function Dialog({ open, onClose, title, description, children, footer, width = 'narrow' }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        {/* Also over a drawer: a nested dialog has no backdrop of its own otherwise. */}
        <Base.Backdrop forceRender className="fade fixed inset-0 z-50 bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            className={cx(
              'pop grid max-h-full w-full grid-rows-[auto_1fr_auto] rounded-window bg-surface shadow-float outline-none',
              width === 'wide' ? 'max-w-240' : 'max-w-120',
            )}
          >
            <header className="flex items-start gap-4 px-6 pt-5 pb-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-[16px] leading-6 font-semibold tracking-[-0.01em]">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-table text-ink-2">{description}</Base.Description>}
              </div>
              <Base.Close
                render={
                  <IconButton label="Close" size="dense" className="-mr-2">
                    <X size={16} aria-hidden />
                  </IconButton>
                }
              />
            </header>
            <div className="min-h-0 overflow-y-auto px-6 pb-2">{children}</div>
            {footer && <footer className="flex flex-wrap justify-end gap-2 px-6 pt-3 pb-5">{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
