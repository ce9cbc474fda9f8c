'use client'
import { useState } from 'react'
import type { FunctionDetail } from '@/lib/domain/console-api'
import { formError } from '../apis/field-errors'
import { isApiError } from '../data/api-client'
import { useSaveFunction } from '../data/function'
import { useEditReason } from '../data/session.client'
import { CodeEditor } from '../editor/code-editor.client'
import { SaveBar } from '../editor/save-bar.client'
import { useDraftText } from '../editor/use-draft-text'
import { StaleDialog } from '../history/stale-dialog.client'
import { Callout } from '../ui/callout'
import { toast } from '../ui/toast.client'
import { functionKey } from './function-ref'
import { RunPane } from './run-pane.client'

export interface ScriptBenchProps {
  readonly fn: FunctionDetail
  readonly reload: () => Promise<{ data?: FunctionDetail }>
}

/** The script on the left, a run of it on the right. */
export function ScriptBench({ fn, reload }: ScriptBenchProps) {
  const editReason = useEditReason()
  const save = useSaveFunction(fn)
  const draft = useDraftText(fn.code, `function/${functionKey(fn)}`)
  const [runs, setRuns] = useState(0)

  const doSave = (etag = fn.etag) => {
    if (editReason || !draft.dirty) return
    const before = fn.code
    save.mutate(
      { code: draft.text, etag },
      {
        onSuccess: () => {
          draft.markSaved()
          toast({
            title: `The script of ${fn.name} is saved`,
            description: 'The next request that is not in the authorizer’s cache runs it.',
            undo: () => save.mutate({ code: before }),
          })
        },
      },
    )
  }
  const error =
    isApiError(save.error) && save.error.issues.length > 0
      ? save.error.issues.map((issue) => issue.message).join(' ')
      : formError(save.error, [])

  return (
    <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_440px]">
      <section aria-label="Script" className="grid h-150 min-h-0 min-w-0 grid-rows-[auto_auto_minmax(0,1fr)] lg:h-auto lg:border-r">
        <SaveBar
          title={`${fn.handler.split('.')[0] ?? 'index'}.mjs`}
          dirty={draft.dirty}
          saving={save.isPending}
          blockedReason={editReason}
          onSave={() => doSave()}
          onDiscard={() => {
            draft.reset()
            save.reset()
          }}
        />
        {error ? (
          <Callout tone="error" className="m-3" title="The script was not saved">
            {error}
          </Callout>
        ) : (
          <span />
        )}
        <CodeEditor
          label={`Script of ${fn.name}`}
          value={draft.text}
          language="javascript"
          onChange={draft.setText}
          readOnly={editReason !== null}
          readOnlyReason={editReason ?? undefined}
          onSave={() => doSave()}
          onRun={() => setRuns((count) => count + 1)}
        />
      </section>
      <RunPane fn={fn} code={draft.dirty ? draft.text : undefined} runs={runs} />
      <StaleDialog
        error={save.error}
        what={`the script of ${fn.name}`}
        pending={save.isPending}
        onClose={() => save.reset()}
        onKeepMine={() => void reload().then((fresh) => doSave(fresh.data?.etag))}
        onTakeTheirs={() => {
          draft.reset()
          save.reset()
          void reload()
        }}
      />
    </div>
  )
}
