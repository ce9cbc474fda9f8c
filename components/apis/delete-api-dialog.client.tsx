'use client'
import { useRouter } from 'next/navigation'
import { errorText } from '@/components/data/api-client'
import { useDeleteApi } from '@/components/data/apis'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { toast } from '@/components/ui/toast.client'
import type { ApiDetail } from '@/lib/domain/console-api'

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`
}

export function DeleteApiDialog({ api, open, onClose }: { readonly api: ApiDetail; readonly open: boolean; readonly onClose: () => void }) {
  const router = useRouter()
  const remove = useDeleteApi(api.id)
  const dependents = [
    count(api.routes.length, 'route', 'routes'),
    ...(api.authorizers.length > 0
      ? [`${count(api.authorizers.length, 'authorizer', 'authorizers')}: ${api.authorizers.map((item) => item.name).join(', ')}`]
      : []),
    ...(api.policy === null ? [] : ['its resource policy']),
    ...api.stageDetails.flatMap((stage) => stage.invokeUrls.slice(0, 1)),
  ]
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Delete the API ${api.name}`}
      description="From the next request on, callers get 403, Forbidden. The history keeps the definition."
      dependents={dependents}
      confirmLabel={`Delete ${api.name}`}
      pending={remove.isPending}
      error={remove.isError ? errorText(remove.error) : undefined}
      onConfirm={() =>
        remove.mutate(
          { etag: api.etag },
          {
            onSuccess: () => {
              toast({ title: `${api.name} is deleted` })
              router.push('/apis')
            },
          },
        )
      }
    />
  )
}
