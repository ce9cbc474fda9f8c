'use client'
import { Save, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { KeyHint } from '../ui/key-hint'

export interface SaveBarProps {
  readonly title: ReactNode
  readonly dirty: boolean
  readonly saving: boolean
  /** Why saving is not possible now. */
  readonly blockedReason: string | null
  readonly onSave: () => void
  readonly onDiscard: () => void
  readonly actions?: ReactNode
}

/** Heading of an editor: what it is, whether it is changed, and saving. */
export function SaveBar({ title, dirty, saving, blockedReason, onSave, onDiscard, actions }: SaveBarProps) {
  const reason = blockedReason ?? (dirty ? null : 'Nothing is changed.')
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
      <h2 className="flex min-w-0 items-center gap-2 text-table font-medium">
        <span className="cut">{title}</span>
        {dirty && <Badge>edited</Badge>}
      </h2>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {actions}
        {dirty && (
          <Button variant="quiet" size="dense" onClick={onDiscard}>
            <Undo2 size={14} aria-hidden />
            Discard
          </Button>
        )}
        <Button
          variant={dirty && !blockedReason ? 'primary' : 'secondary'}
          size="dense"
          pending={saving}
          disabledReason={reason}
          onClick={onSave}
        >
          {!saving && <Save size={14} aria-hidden />}
          Save
          <KeyHint keys="⌘S" onFill={dirty && !blockedReason} />
        </Button>
      </span>
    </div>
  )
}
