'use client'
import { Dialog } from '@base-ui/react/dialog'
import { Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSession } from '@/components/data/session.client'
import { Button } from '@/components/ui/button.client'
import { cx } from '@/components/ui/cx'
import { SCRIM } from '@/components/ui/dialog.client'
import { Breadcrumb } from './breadcrumb.client'
import { LiveDot } from './live-dot.client'
import { Palette } from './palette.client'
import { PasswordDialog } from './password-dialog.client'
import { setPreferenceCookie } from './preference-cookie'
import { Rail } from './rail.client'
import { RAIL_COOKIE } from './rail-cookie'
import type { Theme } from './theme'
import { ThemeMenu } from './theme-menu.client'
import { UserMenu } from './user-menu.client'

function RailDrawer() {
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label="Open the sections"
        className="grid size-8 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover md:hidden"
      >
        <MenuIcon size={18} strokeWidth={1.75} aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={SCRIM} />
        <Dialog.Popup className="fade fixed inset-y-0 left-0 z-50 w-60 bg-canvas shadow-float outline-none">
          <Dialog.Title className="sr-only">Sections</Dialog.Title>
          <Rail mini={false} onNavigate={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export interface FrameProps {
  readonly theme: Theme
  readonly railMini: boolean
  readonly children: ReactNode
}

/** Rail, top bar and the page. The page scrolls, the frame stands. */
export function Frame({ theme, railMini, children }: FrameProps) {
  const { user } = useSession()
  const [mini, setMini] = useState(railMini)
  const [passwordOpen, setPasswordOpen] = useState(false)
  const toggleRail = () => {
    setPreferenceCookie(RAIL_COOKIE, mini ? 'wide' : 'mini')
    setMini(!mini)
  }
  return (
    <div className={cx('grid h-dvh grid-cols-1 grid-rows-[48px_1fr]', mini ? 'md:grid-cols-[56px_1fr]' : 'md:grid-cols-[240px_1fr]')}>
      <a
        href="#page"
        className="sr-only z-60 rounded-control bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <div className="row-span-2 min-h-0 border-r max-md:hidden">
        <Rail mini={mini} onToggle={toggleRail} />
      </div>
      <header className="flex min-w-0 items-center gap-2 border-b px-3 text-table md:gap-4 md:px-6">
        <RailDrawer />
        <Breadcrumb />
        <Palette />
        <LiveDot />
        <div className="flex items-center gap-2">
          <ThemeMenu initial={theme} />
          <UserMenu onSetPassword={() => setPasswordOpen(true)} />
        </div>
      </header>
      <main id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col overflow-auto bg-surface outline-none">
        {!user.hasPassword && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-sunken px-4 py-2 text-table text-ink-2 md:px-6">
            <p className="mr-auto">
              <span className="font-medium text-ink">You have no password yet.</span> Set one, so that you can sign in again when this
              session ends.
            </p>
            <Button size="dense" onClick={() => setPasswordOpen(true)}>
              Set password
            </Button>
          </div>
        )}
        {children}
      </main>
      <PasswordDialog open={passwordOpen} onClose={() => setPasswordOpen(false)} />
    </div>
  )
}
