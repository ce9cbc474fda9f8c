'use client'
import { FileText, ShieldPlus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/data/api-client'
import { useApi, useApiPolicy, useSaveApiPolicy } from '@/components/data/apis'
import { useEditReason } from '@/components/data/session.client'
import { EditorSkeleton } from '@/components/editor/editor-skeleton'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { toast } from '@/components/ui/toast.client'
import { apiFacts } from './api-facts'

const PolicyEditor = dynamic(() => import('@/components/editor/policy-editor.client').then((module) => module.PolicyEditor), {
  ssr: false,
  loading: () => <EditorSkeleton />,
})

/** Lets everybody in: what the gateway does without a policy, written down. */
function starter(): string {
  const statement = { Sid: 'AllowAll', Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
  return `${JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)}\n`
}

export function ApiPolicy({ apiId }: { readonly apiId: string }) {
  const { data: api } = useApi(apiId)
  const { data: policy, error, refetch } = useApiPolicy(apiId)
  const save = useSaveApiPolicy(apiId)
  const editReason = useEditReason()
  const sid = useSearchParams().get('sid') ?? undefined
  const [detaching, setDetaching] = useState(false)
  const facts = useMemo(() => api && apiFacts(api), [api])
  if (error && !policy)
    return (
      <Callout tone="error" className="m-6" title="The resource policy could not be read">
        {errorText(error)}
      </Callout>
    )
  if (!api || !policy) return <EditorSkeleton />

  const put = async (text: string | null, overwrite = false) => {
    const etag = overwrite ? (await refetch()).data?.etag : policy.etag
    await save.mutateAsync({ text, etag })
  }
  if (policy.text === null)
    return (
      <EmptyState
        title="No resource policy"
        columns={[320, 120, 160]}
        ways={[
          {
            icon: <ShieldPlus size={16} strokeWidth={1.75} />,
            title: 'Attach a policy',
            text: 'Starts with one statement that allows everybody, so that nothing changes yet',
            action: (
              <Button
                variant="primary"
                disabledReason={editReason}
                pending={save.isPending}
                onClick={() => void put(starter()).catch(showError)}
              >
                Attach
              </Button>
            ),
          },
        ]}
      >
        A resource policy says who may call {api.name} and from where. Without one it is silent: open routes are open to everybody, and on
        AWS_IAM routes the caller&apos;s own policies decide, for callers of this account only.
      </EmptyState>
    )
  return (
    <div className="min-h-100 flex-1">
      <PolicyEditor
        label={`Resource policy of ${api.name}`}
        value={policy.text}
        kind="resource"
        api={facts}
        readOnly={editReason !== null}
        readOnlyReason={editReason}
        dirtyKey={`api/${apiId}/policy`}
        sid={sid}
        onSave={(text, options) => put(text, options?.overwrite)}
        onReload={refetch}
        actions={
          <Button size="dense" variant="quiet" disabledReason={editReason} onClick={() => setDetaching(true)}>
            <FileText size={14} aria-hidden />
            Detach
          </Button>
        }
      />
      <ConfirmDialog
        open={detaching}
        onClose={() => setDetaching(false)}
        title={`Detach the resource policy of ${api.name}`}
        description="Open routes are open to everybody again, callers of other accounts lose what the policy gave them, and explicit Denies are gone. The history keeps the text."
        confirmLabel="Detach policy"
        pending={save.isPending}
        error={save.isError ? errorText(save.error) : undefined}
        onConfirm={() => {
          const before = policy.text
          void put(null).then(
            () => {
              setDetaching(false)
              toast({ title: 'The resource policy is detached', undo: () => void save.mutateAsync({ text: before }).catch(showError) })
            },
            () => undefined,
          )
        }}
      />
    </div>
  )
}

function showError(error: unknown): void {
  toast({ type: 'error', title: 'The resource policy was not saved', description: errorText(error) })
}
