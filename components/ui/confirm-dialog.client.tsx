'use client'
import type { ReactNode } from 'react'
import { Button } from './button.client'
import { Dialog } from './dialog.client'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  /** Names the thing: `Delete the API orders`. */
  readonly title: string
  /** What happens to callers and data. */
  readonly description: ReactNode
  /** What depends on the thing and breaks or goes with it. */
  readonly dependents?: readonly string[]
  readonly confirmLabel: string
  readonly pending?: boolean
  readonly error?: ReactNode
  readonly onConfirm: () => void
}

/** The one modal of the console: it stands before what destroys, and names what depends on it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, description, dependents = [], confirmLabel, pending, error, onConfirm } = props
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button variant="danger" pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {dependents.length > 0 && (
        <div className="rounded-card border bg-sunken px-4 py-3">
          <p className="text-meta text-ink-3">Goes with it or stops working</p>
          <ul className="mt-1.5 grid gap-1 text-table">
            {dependents.slice(0, 12).map((dependent) => (
              <li key={dependent} className="break-words">
                {dependent}
              </li>
            ))}
            {dependents.length > 12 && <li className="text-ink-3">and {dependents.length - 12} more</li>}
          </ul>
        </div>
      )}
      {error && <p className="pt-3 text-table text-error">{error}</p>}
    </Dialog>
  )
}
