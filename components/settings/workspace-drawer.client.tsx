'use client'
import { useEffect, useState } from 'react'
import type { ImportFile } from '@/components/apis/import-drawer.client'
import { IssueList } from '@/components/apis/import-report.client'
import { PlanSummary } from '@/components/apis/plan-summary'
import { errorText, isApiError } from '@/components/data/api-client'
import { useRoleReason } from '@/components/data/session.client'
import { useWriteWorkspace } from '@/components/data/workspace'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Drawer } from '@/components/ui/drawer.client'
import { Segmented } from '@/components/ui/segmented.client'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast.client'

type Mode = 'merge' | 'replace'

const MODES = [
  { value: 'merge', label: 'Merge' },
  { value: 'replace', label: 'Replace' },
] as const
const ABOUT: Readonly<Record<Mode, string>> = {
  merge: 'What the document names is created or changed; what it does not name stays.',
  replace: 'The configuration becomes equal to the document: what it does not name is deleted. Console users, tokens and logs stay.',
}

/** Plan of a workspace document, and the button that applies it. */
export function WorkspaceDrawer({ file, onClose }: { readonly file: ImportFile; readonly onClose: () => void }) {
  const [mode, setMode] = useState<Mode>('merge')
  const dryRun = useWriteWorkspace()
  const apply = useWriteWorkspace()
  const replaceReason = useRoleReason('admin')
  const { mutate: check } = dryRun
  useEffect(() => check({ text: file.text, mode, dryRun: true }), [check, file.text, mode])

  const plan = dryRun.data?.plan
  const changes = plan ? plan.create.length + plan.update.length + plan.delete.length : 0
  const error = apply.error ?? dryRun.error
  const warnings = dryRun.data?.warnings ?? []
  const blocked = dryRun.isPending
    ? 'The document is being read.'
    : dryRun.error
      ? 'The document has problems.'
      : changes === 0
        ? 'Nothing would change.'
        : mode === 'replace'
          ? replaceReason
          : null
  return (
    <Drawer
      open
      onClose={onClose}
      width="record"
      title={file.name}
      footer={
        <>
          <Button
            variant={mode === 'replace' && (plan?.delete.length ?? 0) > 0 ? 'danger' : 'primary'}
            pending={apply.isPending}
            disabledReason={blocked}
            onClick={() =>
              apply.mutate(
                { text: file.text, mode, dryRun: false },
                {
                  onSuccess: (result) => {
                    toast({ title: `Applied as r${result.revision}`, description: 'The gateway enforces it.' })
                    onClose()
                  },
                },
              )
            }
          >
            {plan && plan.delete.length > 0 ? `Apply and delete ${plan.delete.length}` : 'Apply'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className="grid gap-5 p-5">
        <div className="grid justify-items-start gap-1.5">
          <Segmented label="How to apply" value={mode} onChange={setMode} options={MODES} />
          <p className="text-meta text-ink-3">{ABOUT[mode]}</p>
        </div>
        {error && (
          <Callout tone="error" title="This cannot be applied">
            {errorText(error)}
          </Callout>
        )}
        {isApiError(error) && error.issues.length > 0 && <IssueList title="Problems" issues={error.issues} error />}
        {dryRun.isPending && (
          <div aria-busy="true" className="grid gap-3">
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-16 w-full" />
          </div>
        )}
        {plan && !dryRun.isPending && !dryRun.error && <PlanSummary plan={plan} />}
        {warnings.length > 0 && <IssueList title="Worth knowing" issues={warnings} />}
      </div>
    </Drawer>
  )
}
