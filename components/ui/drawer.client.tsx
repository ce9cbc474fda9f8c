'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { SCRIM } from './dialog.client'
import { IconButton } from './icon-button.client'

export interface DrawerProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly description?: ReactNode
  /** Stands beside the close button. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** 480 or 568 px; the whole screen on phones. */
  readonly width?: 'form' | 'record'
  /** `false` leaves the page behind usable, e.g. to walk through rows. */
  readonly modal?: boolean
}

export function Drawer({ open, onClose, title, description, actions, children, footer, width = 'form', modal = true }: DrawerProps) {
  return (
    <Base.Root open={open} modal={modal} disablePointerDismissal={!modal} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        {modal && <Base.Backdrop className={SCRIM} />}
        <Base.Popup
          className={cx(
            'slide-in fixed inset-y-0 right-0 z-50 grid w-full grid-rows-[auto_1fr_auto] bg-surface shadow-float outline-none',
            width === 'record' ? 'sm:max-w-142' : 'sm:max-w-120',
          )}
        >
          <header className="flex min-h-12 items-center gap-2 border-b px-5 py-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="cut text-base font-semibold">{title}</Base.Title>
              {description && <Base.Description className="text-meta text-ink-3">{description}</Base.Description>}
            </div>
            {actions}
            <Base.Close
              render={
                <IconButton label="Close" size="dense" className="-mr-1">
                  <X size={16} aria-hidden />
                </IconButton>
              }
            />
          </header>
          <div className="min-h-0 overflow-y-auto">{children}</div>
          {footer && <footer className="flex flex-wrap items-center gap-2 border-t px-5 py-3">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
