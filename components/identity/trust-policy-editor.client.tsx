'use client'
import type { PrincipalDetail } from '@/lib/domain/console-api'
import { usePrincipal, useUpdatePrincipal } from '../data/principal'
import { useEditReason } from '../data/session.client'
import { PolicyEditor } from '../editor/policy-editor.client'

/** Who may assume a role. */
export function TrustPolicyEditor({ principal, trustPolicy }: { readonly principal: PrincipalDetail; readonly trustPolicy: string }) {
  const editReason = useEditReason()
  const update = useUpdatePrincipal(principal.arn)
  const { refetch } = usePrincipal(principal.arn)
  return (
    <PolicyEditor
      className="min-h-0 flex-1"
      label={`Trust policy of ${principal.name}`}
      value={trustPolicy}
      kind="trust"
      readOnly={editReason !== null}
      readOnlyReason={editReason}
      dirtyKey={`${principal.arn}/trust`}
      onSave={async (text, options) => {
        const etag = options?.overwrite ? (await refetch()).data?.etag : principal.etag
        await update.mutateAsync({ trustPolicy: text, etag })
      }}
      onReload={refetch}
    />
  )
}
