'use client'
import { Waypoints } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiSummary, EvaluateResult } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useApi, useApis } from '../data/apis'
import { useEvaluation, useSendRequest } from '../data/evaluate'
import { useEditReason } from '../data/session.client'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { AsPicker } from './as-picker.client'
import { EvaluationView } from './evaluation-view.client'
import { FactsDetail, FactsRow } from './facts-row.client'
import { PlaygroundSkeleton } from './playground-skeleton'
import { RequestBar } from './request-bar.client'
import { evaluateInput, type PlaygroundRequest } from './request-state'
import { useDraftPolicy } from './use-draft-policy'
import { usePlaygroundRequest } from './use-playground-request'
import { useSettled } from './use-settled'

/** Pretends a request and shows the answer with its reasons. */
export function Playground() {
  const apis = useApis()
  if (apis.isPending) return <PlaygroundSkeleton />
  if (apis.isError)
    return (
      <Callout tone="error" className="m-6" title="The APIs could not be read.">
        {errorText(apis.error)}
      </Callout>
    )
  if (apis.data.length === 0) return <NoApis />
  return <Bench apis={apis.data} />
}

function NoApis() {
  return (
    <EmptyState
      title="Nothing to try yet"
      ways={[
        {
          icon: <Waypoints size={18} aria-hidden />,
          title: 'Create or import an API',
          text: 'Its routes can be tried here at once',
          action: <LinkButton href="/apis">Go to APIs</LinkButton>,
        },
      ]}
    >
      The playground shows how the gateway would answer a request, and why. It needs an API with a stage.
    </EmptyState>
  )
}

function Bench({ apis }: { readonly apis: readonly ApiSummary[] }) {
  const [request, change] = usePlaygroundRequest(apis)
  const [detailOpen, setDetailOpen] = useState(request.headers.length > 0 || request.body !== '')
  const api = useApi(request.api)
  const draft = useDraftPolicy(request.api, api.data?.policy ?? null, api.data !== undefined)
  const settledRequest = useSettled(request, 200)
  const settledDraft = useSettled(draft.policy, 200)
  const input = useMemo(
    () => (settledRequest.mode === 'draft' && !draft.ready ? null : evaluateInput(settledRequest, settledDraft)),
    [settledRequest, settledDraft, draft.ready],
  )
  const evaluation = useEvaluation(input)
  const send = useSendRequest()
  const [sent, setSent] = useState<{ for: unknown; result: EvaluateResult } | null>(null)
  const editReason = useEditReason()

  const evaluate = useCallback(() => {
    setSent(null)
    void evaluation.refetch()
  }, [evaluation.refetch])
  useEvaluateKey(evaluate)

  const doSend = () => {
    const now = evaluateInput(request, draft.policy)
    if (now) send.mutate(now, { onSuccess: (result) => setSent({ for: request, result }) })
  }
  const sentResult = sent && sent.for === request ? sent.result : null
  const result = sentResult ?? evaluation.data
  const error = send.error && sent?.for !== request && !send.isPending && send.isError ? send.error : evaluation.error

  return (
    <div className="flex min-h-full flex-col lg:h-full lg:min-h-0">
      <h1 className="sr-only">Playground</h1>
      <div className="border-b">
        <RequestBar
          request={request}
          apis={apis}
          api={api.data}
          onChange={change}
          onEvaluate={evaluate}
          onSend={doSend}
          evaluating={evaluation.isFetching && !evaluation.data}
          sending={send.isPending}
          sendReason={
            editReason ?? (request.mode === 'draft' ? 'A draft is not enforced, so nothing is sent. Evaluate shows its answer.' : null)
          }
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 md:flex-nowrap md:px-6">
          <AsPicker caller={request.caller} onChange={(caller) => change({ caller })} />
          <FactsRow request={request} onChange={change} open={detailOpen} onOpen={setDetailOpen} />
        </div>
        {detailOpen && <FactsDetail request={request} onChange={change} />}
      </div>
      {error && (
        <Callout tone="error" className="mx-4 mt-4 md:mx-6" title="This request could not be decided.">
          {errorText(error)}
        </Callout>
      )}
      {result && api.data ? (
        <EvaluationView result={result} request={request} api={api.data} draft={draft} sent={sentResult !== null} onEvaluate={evaluate} />
      ) : (
        !error && <PlaygroundSkeleton answerOnly />
      )}
    </div>
  )
}

/** ⌘↵ evaluates from anywhere on the page. */
function useEvaluateKey(evaluate: () => void): void {
  const latest = useRef(evaluate)
  latest.current = evaluate
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

export type ChangeRequest = (patch: Partial<PlaygroundRequest>) => void
