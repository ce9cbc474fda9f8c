'use client'
import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.client'

const manager = Base.createToastManager()

export interface ToastOptions {
  readonly title: string
  readonly description?: ReactNode
  /** An error stays until it is closed. */
  readonly type?: 'done' | 'error'
  /** Offers to take the act back. */
  readonly undo?: () => void
  readonly action?: { readonly label: string; readonly onSelect: () => void }
}

/** Shows a short message at the lower right; callable from anywhere in the browser. */
export function toast({ title, description, type = 'done', undo, action }: ToastOptions): void {
  const act = undo ? { label: 'Undo', onSelect: undo } : action
  const id = manager.add({
    title,
    description,
    type,
    timeout: type === 'error' ? 0 : act ? 10_000 : 5000,
    priority: type === 'error' ? 'high' : 'low',
    ...(act && {
      actionProps: {
        children: act.label,
        onClick: () => {
          manager.close(id)
          act.onSelect()
        },
      },
    }),
  })
}

function List() {
  const { toasts } = Base.useToastManager()
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      className="fade flex w-full items-start gap-3 rounded-card bg-raised p-3 shadow-float select-none"
    >
      {item.type === 'error' ? (
        <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-error" />
      ) : (
        <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
      )}
      <div className="min-w-0 flex-1">
        <Base.Title className="text-table font-medium break-words" />
        <Base.Description className="mt-0.5 text-meta break-words text-ink-2" />
      </div>
      {item.actionProps && <Base.Action className="link shrink-0 text-table font-medium" />}
      <Base.Close
        render={
          <IconButton label="Dismiss" size="dense" className="-m-1">
            <X size={14} aria-hidden />
          </IconButton>
        }
      />
    </Base.Root>
  ))
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-32px)] max-w-90 flex-col gap-2">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
