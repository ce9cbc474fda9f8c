'use client'
import { Trash2 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { ManagedPolicyView } from '@/lib/domain/console-api'
import { errorText, isApiError } from '../data/api-client'
import { useDeleteManagedPolicy, useManagedPolicy, useSaveManagedPolicy } from '../data/principal'
import { useEditReason } from '../data/session.client'
import { principalHref } from '../decision/decision-links'
import { PolicyEditor } from '../editor/policy-editor.client'
import { HistoryList } from '../history/history-list.client'
import { Badge } from '../ui/badge'
import { Callout } from '../ui/callout'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { IconButton } from '../ui/icon-button.client'
import { PageHeader } from '../ui/page-header'
import { toast } from '../ui/toast.client'
import { DetailSkeleton } from './detail-skeleton'
import { SideList } from './side-list'

/** One managed policy: its text, who has it, its history. */
export function ManagedPolicyPage({ arn }: { readonly arn: string }) {
  const policy = useManagedPolicy(arn)
  if (policy.isPending) return <DetailSkeleton />
  if (policy.isError) {
    const gone = isApiError(policy.error) && policy.error.status === 404
    return (
      <Callout tone="error" className="m-6" title={gone ? 'There is no such policy.' : 'The policy could not be read.'}>
        {gone ? `The workspace has no ${arn}.` : errorText(policy.error)}
      </Callout>
    )
  }
  return <Loaded policy={policy.data} reload={policy.refetch} />
}

function Loaded({ policy, reload }: { readonly policy: ManagedPolicyView; readonly reload: () => Promise<{ data?: ManagedPolicyView }> }) {
  const router = useRouter()
  const query = useSearchParams()
  const editReason = useEditReason()
  const save = useSaveManagedPolicy(policy.arn)
  const remove = useDeleteManagedPolicy(policy.arn)
  const [deleting, setDeleting] = useState(false)
  const view = query.get('view') === 'history' ? 'history' : 'text'
  const base = principalHref(policy.arn)
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <PageHeader
        title={policy.name}
        badge={<Badge>managed policy</Badge>}
        meta={<Copy value={policy.arn} max={80} />}
        actions={
          <IconButton label={`Delete ${policy.name}`} variant="secondary" disabledReason={editReason} onClick={() => setDeleting(true)}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        }
      />
      <div className="grid min-h-0 flex-1 border-t md:grid-cols-[248px_minmax(0,1fr)]">
        <SideList
          label={`Parts of ${policy.name}`}
          current={view}
          sections={[
            {
              label: 'Policy',
              items: [
                { key: 'text', href: base, label: 'Text' },
                { key: 'history', href: `${base}?view=history`, label: 'History' },
              ],
            },
            {
              label: 'Attached to',
              empty: 'nobody',
              items: policy.attachedTo.map((arn) => ({
                key: arn,
                href: principalHref(arn),
                label: arn.split('/').at(-1) ?? arn,
                hint: kindOf(arn),
              })),
            },
          ]}
        />
        <div className="flex min-h-140 min-w-0 flex-col md:min-h-0 md:overflow-y-auto">
          {view === 'history' ? (
            <HistoryList kind="iamPolicy" objectKey={policy.arn} />
          ) : (
            <PolicyEditor
              className="min-h-0 flex-1"
              label={`Managed policy ${policy.name}`}
              value={policy.document}
              kind="identity"
              readOnly={editReason !== null}
              readOnlyReason={editReason}
              dirtyKey={policy.arn}
              sid={query.get('sid') ?? undefined}
              onSave={async (document, options) => {
                const etag = options?.overwrite ? (await reload()).data?.etag : policy.etag
                await save.mutateAsync({ document, etag })
              }}
              onReload={reload}
            />
          )}
        </div>
      </div>
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={`Delete the managed policy ${policy.name}`}
        description="Whoever has it loses what it allows, and what it denies."
        dependents={policy.attachedTo}
        confirmLabel={`Delete ${policy.name}`}
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() =>
          remove.mutate(
            { etag: policy.etag },
            {
              onSuccess: () => {
                toast({ title: `The managed policy ${policy.name} is deleted` })
                router.push('/accounts')
              },
            },
          )
        }
      />
    </div>
  )
}

function kindOf(arn: string): string {
  return /:(user|group|role)\//.exec(arn)?.[1] ?? ''
}
