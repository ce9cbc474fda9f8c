'use client'
import { Trash2 } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { FunctionDetail } from '@/lib/domain/console-api'
import type { FunctionRef } from '@/lib/domain/derived-api'
import { errorText, isApiError } from '../data/api-client'
import { useDeleteFunction, useFunction } from '../data/function'
import { useEditReason } from '../data/session.client'
import { HistoryList } from '../history/history-list.client'
import { DetailSkeleton } from '../identity/detail-skeleton'
import { Callout } from '../ui/callout'
import { ConfirmDialog } from '../ui/confirm-dialog.client'
import { Copy } from '../ui/copy.client'
import { IconButton } from '../ui/icon-button.client'
import { PageHeader } from '../ui/page-header'
import { toast } from '../ui/toast.client'
import { functionKey, functionPageHref } from './function-ref'
import { FunctionSettings } from './function-settings.client'
import { FunctionTabs } from './function-tabs.client'
import { ScriptBench } from './script-bench.client'

/** One Lambda function: its script, its test events, its limits. */
export function FunctionPage({ functionRef }: { readonly functionRef: FunctionRef }) {
  const query = useFunction(functionRef)
  if (query.isPending) return <DetailSkeleton />
  if (query.isError) {
    const gone = isApiError(query.error) && query.error.status === 404
    return (
      <Callout tone="error" className="m-6" title={gone ? 'There is no such function.' : 'The function could not be read.'}>
        {gone ? `The workspace has no ${functionKey(functionRef)}.` : errorText(query.error)}
      </Callout>
    )
  }
  return <Loaded fn={query.data} reload={query.refetch} />
}

function Loaded({ fn, reload }: { readonly fn: FunctionDetail; readonly reload: () => Promise<{ data?: FunctionDetail }> }) {
  const router = useRouter()
  const view = useSearchParams().get('view') ?? 'script'
  const editReason = useEditReason()
  const remove = useDeleteFunction(fn)
  const [deleting, setDeleting] = useState(false)
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <PageHeader
        title={fn.name}
        meta={
          <>
            <Copy value={`arn:aws:lambda:${fn.region}:${fn.account}:function:${fn.name}`} max={80} />
            <span>
              {fn.usedBy.length === 0
                ? 'used by no authorizer'
                : `used by ${fn.usedBy.map((use) => `${use.authorizer} of ${use.api}`).join(', ')}`}
            </span>
          </>
        }
        actions={
          <IconButton label={`Delete ${fn.name}`} variant="secondary" disabledReason={editReason} onClick={() => setDeleting(true)}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        }
      />
      <FunctionTabs base={functionPageHref(fn)} view={view} />
      {view === 'settings' ? (
        <FunctionSettings fn={fn} />
      ) : view === 'history' ? (
        <HistoryList kind="function" objectKey={functionKey(fn)} />
      ) : (
        <ScriptBench fn={fn} reload={reload} />
      )}
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={`Delete the function ${fn.name}`}
        description="Authorizers that call it answer 500 from the next request on: nothing passes without a decision."
        dependents={fn.usedBy.map((use) => `authorizer ${use.authorizer} of ${use.api}`)}
        confirmLabel={`Delete ${fn.name}`}
        pending={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() =>
          remove.mutate(
            { etag: fn.etag },
            {
              onSuccess: () => {
                toast({ title: `The function ${fn.name} is deleted` })
                router.push('/authorizers')
              },
            },
          )
        }
      />
    </div>
  )
}
