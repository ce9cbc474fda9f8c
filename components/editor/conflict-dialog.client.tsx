'use client'
import { Button } from '../ui/button.client'
import { Dialog } from '../ui/dialog.client'
import { DiffLines } from './diff-lines'
import type { DiffLine } from './line-diff'

export interface ConflictDialogProps {
  readonly open: boolean
  readonly name: string
  /** What the other save changed, against the text that this edit started from. */
  readonly theirs: readonly DiffLine[]
  /** What this edit changes, against the same text. */
  readonly mine: readonly DiffLine[]
  readonly onKeepEditing: () => void
  readonly onTakeTheirs: () => void
  readonly onSaveMine: () => void
}

/** Somebody else saved first: both changes side by side, and what to do about it. */
export function ConflictDialog({ open, name, theirs, mine, onKeepEditing, onTakeTheirs, onSaveMine }: ConflictDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onKeepEditing}
      width="wide"
      title={`Somebody else saved ${name} first`}
      description="Your text was not saved. Take their version, go on editing yours, or save yours over theirs."
      footer={
        <>
          <Button onClick={onKeepEditing}>Go on editing</Button>
          <Button onClick={onTakeTheirs}>Take their version</Button>
          <Button variant="danger" onClick={onSaveMine}>
            Save mine over theirs
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Side title="Their change" lines={theirs} />
        <Side title="Your change" lines={mine} />
      </div>
    </Dialog>
  )
}

function Side({ title, lines }: { readonly title: string; readonly lines: readonly DiffLine[] }) {
  return (
    <section className="min-w-0">
      <h3 className="pb-2 text-table font-medium">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-table text-ink-3">No lines differ.</p>
      ) : (
        <DiffLines lines={lines} label={title} className="max-h-[50vh]" />
      )}
    </section>
  )
}
