'use client'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PrincipalDetail } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useDeleteInlinePolicy, usePrincipal, useSaveInlinePolicy } from '../data/principal'
import { useEditReason } from '../data/session.client'
import { principalHref } from '../decision/decision-links'
import { PolicyEditor } from '../editor/policy-editor.client'
import { Button } from '../ui/button.client'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { toast } from '../ui/toast.client'

export interface InlinePolicyEditorProps {
  readonly principal: PrincipalDetail
  readonly policy: PrincipalDetail['inlinePolicies'][number]
  readonly sid?: string
}

export function InlinePolicyEditor({ principal, policy, sid }: InlinePolicyEditorProps) {
  const router = useRouter()
  const editReason = useEditReason()
  const save = useSaveInlinePolicy(principal.arn)
  const remove = useDeleteInlinePolicy(principal.arn)
  const { refetch } = usePrincipal(principal.arn)
  const [deleting, setDeleting] = useState(false)
  return (
    <>
      <PolicyEditor
        className="min-h-0 flex-1"
        label={`Inline policy ${policy.name} of ${principal.name}`}
        value={policy.document}
        kind="identity"
        readOnly={editReason !== null}
        readOnlyReason={editReason}
        dirtyKey={`${principal.arn}/${policy.name}`}
        sid={sid}
        onSave={async (document, options) => {
          const etag = options?.overwrite ? (await refetch()).data?.etag : principal.etag
          await save.mutateAsync({ name: policy.name, document, etag })
        }}
        onReload={refetch}
        actions={
          <Button size="dense" variant="quiet" disabledReason={editReason} onClick={() => setDeleting(true)}>
            <Trash2 size={14} aria-hidden />
            Delete
          </Button>
        }
      />
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={`Delete the inline policy ${policy.name}`}
        description={`${principal.name} loses what it allows, and what it denies. The history keeps the text.`}
        confirmLabel="Delete policy"
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() =>
          remove.mutate(
            { name: policy.name, etag: principal.etag },
            {
              onSuccess: () => {
                toast({
                  title: `The inline policy ${policy.name} is deleted`,
                  undo: () => save.mutate({ name: policy.name, document: policy.document }),
                })
                router.push(principalHref(principal.arn))
              },
            },
          )
        }
      />
    </>
  )
}
