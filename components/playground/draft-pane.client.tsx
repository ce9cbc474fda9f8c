'use client'
import { RotateCcw } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { ApiDetail } from '@/lib/domain/console-api'
import type { Finding } from '@/lib/policy'
import { apiFacts } from '../apis/api-facts'
import { errorText } from '../data/api-client'
import { useSaveApiPolicy } from '../data/apis'
import { useEditReason } from '../data/session.client'
import { PolicyPane } from '../editor/policy-pane.client'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { toast } from '../ui/toast.client'
import type { DraftPolicy } from './use-draft-policy'

export interface DraftPaneProps {
  readonly api: ApiDetail
  readonly draft: DraftPolicy
  readonly onRun: () => void
}

/** The resource policy as a draft: every change is decided at once, nothing is enforced until it is saved. */
export function DraftPane({ api, draft, onRun }: DraftPaneProps) {
  const facts = useMemo(() => apiFacts(api), [api])
  const save = useSaveApiPolicy(api.id)
  const editReason = useEditReason()
  const [blocking, setBlocking] = useState<string | null>(null)
  const onChecked = useCallback((_text: string, findings: readonly Finding[]) => {
    setBlocking(findings.find((finding) => finding.blocksSaving)?.message ?? null)
  }, [])
  const reason = editReason ?? (draft.policy === null ? null : blocking) ?? (draft.dirty ? null : 'The draft is the same as what is saved.')

  const publish = async () => {
    const before = api.policy
    try {
      await save.mutateAsync({ text: draft.policy, etag: api.etag })
      draft.markSaved()
      toast({
        title: `Resource policy of ${api.name} is saved`,
        description: 'The gateway enforces it from the next request on.',
        undo: () =>
          void save
            .mutateAsync({ text: before })
            .catch((error: unknown) => toast({ type: 'error', title: 'The change was not taken back', description: errorText(error) })),
      })
    } catch (error) {
      toast({ type: 'error', title: 'The draft was not saved', description: errorText(error) })
    }
  }

  return (
    <div className="grid h-140 min-h-0 grid-rows-[auto_minmax(0,1fr)] lg:h-auto lg:flex-1">
      <div className="flex min-h-10 flex-wrap items-center gap-2 border-y px-4 py-1 md:px-6">
        <h2 className="mr-auto flex items-center gap-2 text-table font-medium">
          Resource policy of {api.name}
          {draft.dirty && <Badge>draft, not enforced</Badge>}
        </h2>
        {draft.dirty && (
          <Button size="dense" variant="quiet" onClick={draft.reset}>
            <RotateCcw size={14} aria-hidden />
            Back to saved
          </Button>
        )}
        <Button size="dense" pending={save.isPending} disabledReason={reason} onClick={() => void publish()}>
          Save and enforce
        </Button>
      </div>
      <PolicyPane
        label={`Draft of the resource policy of ${api.name}`}
        text={draft.text}
        onText={draft.setText}
        kind="resource"
        api={facts}
        onRun={onRun}
        onChecked={onChecked}
        problemsOpen={false}
      />
    </div>
  )
}
