'use client'
import { useRouter } from 'next/navigation'
import type { PrincipalDetail } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useDeletePrincipal } from '../data/principal'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { toast } from '../ui/toast.client'

export function DeletePrincipalDialog({ principal, onClose }: { readonly principal: PrincipalDetail; readonly onClose: () => void }) {
  const router = useRouter()
  const remove = useDeletePrincipal(principal.arn)
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete the ${principal.type} ${principal.name}`}
      description="Requests that it signs are refused from the next one on. The history keeps its policies."
      dependents={[
        ...principal.accessKeys.map((key) => `access key ${key.id}`),
        ...principal.inlinePolicies.map((policy) => `inline policy ${policy.name}`),
        ...(principal.groups.length > 0 ? [`membership in ${principal.groups.join(', ')}`] : []),
      ]}
      confirmLabel={`Delete ${principal.name}`}
      pending={remove.isPending}
      error={remove.isError ? errorText(remove.error) : undefined}
      onConfirm={() =>
        remove.mutate(
          { etag: principal.etag },
          {
            onSuccess: () => {
              toast({ title: `The ${principal.type} ${principal.name} is deleted` })
              router.push('/accounts')
            },
          },
        )
      }
    />
  )
}
