'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiFacts, Finding, PolicyKind } from '@/lib/policy'
import { unifiedDiff } from '@/lib/shared/unified-diff'
import { errorText, isApiError } from '../data/api-client'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { cx } from '../ui/cx'
import { toast } from '../ui/toast.client'
import { ConflictDialog } from './conflict-dialog.client'
import { type DiffLine, readUnifiedDiff } from './line-diff'
import { PolicyPane } from './policy-pane.client'
import { SaveBar } from './save-bar.client'
import { useDraftText } from './use-draft-text'

export interface PolicyEditorProps {
  /** What this policy is, e.g. `Resource policy of orders`. */
  readonly label: string
  /** The saved text. */
  readonly value: string
  readonly kind: PolicyKind
  readonly api?: ApiFacts
  readonly readOnly?: boolean
  readonly readOnlyReason?: string | null
  /** Rejects with the ApiError of the answer; 412 opens the conflict dialog. `overwrite` asks to save over a newer version. */
  readonly onSave: (text: string, options?: { readonly overwrite: boolean }) => Promise<unknown>
  /** Fetches the saved text again, after a conflict. */
  readonly onReload?: () => Promise<unknown>
  readonly saving?: boolean
  /** Keeps an unsaved edit under this name while the tab lives. */
  readonly dirtyKey?: string
  /** Sid, or 0-based place, of the statement to select once the editor stands. */
  readonly sid?: string
  /** Stands before the save button. */
  readonly actions?: React.ReactNode
  readonly onDirty?: (dirty: boolean) => void
  readonly className?: string
}

/** The policy editor: live findings, saving with undo, conflicts. Fills its box. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { label, value, kind, api, readOnly, readOnlyReason, onReload, onDirty } = props
  const draft = useDraftText(value, props.dirtyKey)
  const [checked, setChecked] = useState<{ text: string; findings: readonly Finding[] } | null>(null)
  const [pending, setPending] = useState(false)
  const [conflict, setConflict] = useState<readonly DiffLine[] | null>(null)
  const onSave = useRef(props.onSave)
  onSave.current = props.onSave
  useDirtyTitle(draft.dirty)
  useEffect(() => onDirty?.(draft.dirty), [draft.dirty, onDirty])
  const onChecked = useCallback((text: string, findings: readonly Finding[]) => setChecked({ text, findings }), [])

  const blocking = checked?.text === draft.text ? checked.findings.filter((finding) => finding.blocksSaving) : []
  const blocked = readOnly
    ? (readOnlyReason ?? 'You can look at this but not change it.')
    : blockedReason(blocking, checked?.text === draft.text)

  const save = async (overwrite = false) => {
    const text = draft.text
    const before = value
    if (pending || !draft.dirty || blocked) return
    if (draft.outdated && !overwrite) return setConflict(diffOf(draft.base, value))
    setPending(true)
    try {
      await onSave.current(text, { overwrite })
      draft.markSaved()
      toast({ title: `${label} is saved`, description: 'The gateway enforces it from the next request on.', undo: () => void undo(before) })
    } catch (error) {
      if (isApiError(error) && error.code === 'stale_revision') setConflict(error.diff ? readUnifiedDiff(error.diff) : [])
      else toast({ type: 'error', title: `${label} was not saved`, description: errorText(error) })
    } finally {
      setPending(false)
    }
  }

  const undo = async (text: string) => {
    try {
      await onSave.current(text)
      toast({ title: `${label} is as it was before` })
    } catch (error) {
      toast({ type: 'error', title: 'The change was not taken back', description: errorText(error) })
    }
  }

  return (
    <section aria-label={label} className={cx('grid min-h-0 min-w-0 grid-rows-[auto_auto_minmax(0,1fr)]', props.className ?? 'h-full')}>
      <SaveBar
        title={label}
        dirty={draft.dirty}
        saving={pending || (props.saving ?? false)}
        blockedReason={blocked}
        onSave={() => void save()}
        onDiscard={() => draft.reset()}
        actions={props.actions}
      />
      {draft.outdated && !conflict ? (
        <Callout
          tone="warning"
          className="m-3"
          title="Somebody saved a newer text while you were editing."
          actions={
            <Button size="dense" onClick={() => setConflict(diffOf(draft.base, value))}>
              Compare
            </Button>
          }
        />
      ) : (
        <span />
      )}
      <PolicyPane
        label={label}
        text={draft.text}
        onText={draft.setText}
        kind={kind}
        api={api}
        readOnly={readOnly}
        readOnlyReason={readOnlyReason ?? undefined}
        onSave={() => void save()}
        onChecked={onChecked}
        sid={props.sid}
      />
      <ConflictDialog
        open={conflict !== null}
        name={label}
        theirs={conflict ?? []}
        mine={conflict ? diffOf(draft.base, draft.text) : []}
        onKeepEditing={() => setConflict(null)}
        onTakeTheirs={() => {
          setConflict(null)
          draft.reset()
          void onReload?.()
        }}
        onSaveMine={() => {
          setConflict(null)
          void save(true)
        }}
      />
    </section>
  )
}

function diffOf(before: string, after: string): readonly DiffLine[] {
  return readUnifiedDiff(unifiedDiff(`${before}\n`, `${after}\n`))
}

function blockedReason(blocking: readonly Finding[], checked: boolean): string | null {
  const [first] = blocking
  if (first) return blocking.length === 1 ? first.message : `${first.message} And ${blocking.length - 1} more.`
  return checked ? null : 'The text is being checked.'
}

/** Marks the tab while there is something unsaved. */
function useDirtyTitle(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const title = document.title
    document.title = `• ${title}`
    return () => {
      document.title = title
    }
  }, [dirty])
}
