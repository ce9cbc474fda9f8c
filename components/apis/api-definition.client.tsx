'use client'
import { FileUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { isApiError } from '@/components/data/api-client'
import { useApi, useUpdateApi } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { EditorSkeleton } from '@/components/editor/editor-skeleton'
import { SaveBar } from '@/components/editor/save-bar.client'
import { useDraftText } from '@/components/editor/use-draft-text'
import { StaleDialog } from '@/components/history/stale-dialog.client'
import { Button } from '@/components/ui/button.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'
import { formError } from './field-errors'
import { ImportDrawer } from './import-drawer.client'
import { IssueList } from './import-report.client'

const CodeEditor = dynamic(() => import('@/components/editor/code-editor.client').then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <EditorSkeleton />,
})

function syntaxProblem(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return error instanceof Error ? `Not JSON: ${error.message}` : 'Not JSON.'
  }
}

function Editor({ api, refetch }: { readonly api: ApiDetail; readonly refetch: () => Promise<{ data?: ApiDetail }> }) {
  const editReason = useEditReason()
  const update = useUpdateApi(api.id)
  const draft = useDraftText(api.definition, `api/${api.id}/definition`)
  const [importing, setImporting] = useState(false)
  const syntax = useMemo(() => (draft.dirty ? syntaxProblem(draft.text) : null), [draft.dirty, draft.text])
  const blocked = editReason ?? syntax

  const save = (etag = api.etag) => {
    if (blocked || !draft.dirty) return
    const before = api.definition
    update.mutate(
      { definition: draft.text, etag },
      {
        onSuccess: () => {
          draft.markSaved()
          toast({
            title: `The definition of ${api.name} is saved`,
            description: 'The gateway enforces it from the next request on.',
            undo: () => update.mutate({ definition: before }),
          })
        },
      },
    )
  }
  const issues = isApiError(update.error) && update.error.code !== 'stale_revision' ? update.error.issues : []
  const error = issues.length === 0 ? formError(update.error, []) : null
  return (
    <section aria-label={`Definition of ${api.name}`} className="grid min-h-100 flex-1 grid-rows-[auto_minmax(0,1fr)_auto]">
      <SaveBar
        title="OpenAPI document"
        dirty={draft.dirty}
        saving={update.isPending}
        blockedReason={blocked}
        onSave={() => save()}
        onDiscard={() => {
          draft.reset()
          update.reset()
        }}
        actions={
          <Button size="dense" variant="quiet" disabledReason={editReason} onClick={() => setImporting(true)}>
            <FileUp size={14} aria-hidden />
            Replace from file
          </Button>
        }
      />
      <CodeEditor
        label={`OpenAPI document of ${api.name}`}
        value={draft.text}
        language="json"
        onChange={draft.setText}
        readOnly={editReason !== null}
        readOnlyReason={editReason ?? undefined}
        onSave={() => save()}
      />
      {(issues.length > 0 || error) && (
        <div className="max-h-60 overflow-y-auto border-t p-4 md:px-6">
          {error && <p className="text-table text-error">{error}</p>}
          {issues.length > 0 && <IssueList title="Not saved" issues={issues} error />}
        </div>
      )}
      {importing && <ImportDrawer initial={null} api={{ id: api.id, name: api.name }} onClose={() => setImporting(false)} />}
      <StaleDialog
        error={update.error}
        what={`the definition of ${api.name}`}
        pending={update.isPending}
        onClose={() => update.reset()}
        onKeepMine={() => void refetch().then((fresh) => save(fresh.data?.etag))}
        onTakeTheirs={() => {
          draft.reset()
          update.reset()
          void refetch()
        }}
      />
    </section>
  )
}

/** The API's truth: its OpenAPI document, without the resource policy, which has a tab of its own. */
export function ApiDefinition({ apiId }: { readonly apiId: string }) {
  const { data: api, refetch } = useApi(apiId)
  return api ? <Editor key={api.id} api={api} refetch={refetch} /> : <EditorSkeleton />
}
