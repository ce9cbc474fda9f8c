'use client'
import { isApiError } from '@/components/data/api-client'
import { Button } from '@/components/ui/button.client'
import { Dialog } from '@/components/ui/dialog.client'
import { DiffView } from './diff-view'

export interface StaleDialogProps {
  /** The error of a save; the dialog opens for `stale_revision` only. */
  readonly error: unknown
  /** Names the thing: `the route GET /orders`. */
  readonly what: string
  readonly pending?: boolean
  /** Drop the edit and show what is stored. */
  readonly onTakeTheirs: () => void
  /** Save the edit over what is stored now. */
  readonly onKeepMine: () => void
  readonly onClose: () => void
}

/** Stands when somebody else saved between reading and saving: shows what they changed and lets the editor choose. */
export function StaleDialog({ error, what, pending, onTakeTheirs, onKeepMine, onClose }: StaleDialogProps) {
  const stale = isApiError(error) && error.code === 'stale_revision'
  return (
    <Dialog
      open={stale}
      onClose={onClose}
      width="wide"
      title="Somebody else saved first"
      description={`Since you opened ${what}, this changed. Nothing of yours is saved yet.`}
      footer={
        <>
          <Button onClick={onTakeTheirs}>Take theirs, drop mine</Button>
          <Button variant="primary" pending={pending} onClick={onKeepMine}>
            Save mine over it
          </Button>
        </>
      }
    >
      {stale && error.diff ? (
        <DiffView diff={error.diff} className="max-h-[50vh]" />
      ) : (
        <p className="text-table text-ink-2">The server sent no text of the change. Take theirs to look at it.</p>
      )}
    </Dialog>
  )
}
