'use client'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ApiDetail, EvaluateResult } from '@/lib/domain/console-api'
import { DecisionTree } from '../decision/decision-tree.client'
import { Sentence } from '../decision/sentence'
import { OUTCOME_LOOK } from '../decision/verdict-look'
import { VerdictSeal } from '../decision/verdict-seal'
import { Button } from '../ui/button.client'
import { cx } from '../ui/cx'
import { Segmented } from '../ui/segmented.client'
import { curlCommand } from './curl-command'
import { DraftPane } from './draft-pane.client'
import type { PlaygroundRequest } from './request-state'
import { ResponsePane } from './response-pane.client'
import type { DraftPolicy } from './use-draft-policy'

export interface EvaluationViewProps {
  readonly result: EvaluateResult
  readonly request: PlaygroundRequest
  readonly api: ApiDetail
  readonly draft: DraftPolicy
  readonly sent: boolean
  readonly onEvaluate: () => void
}

/** Sentence on top; answer (or draft) on the left, decision on the right. */
export function EvaluationView({ result, request, api, draft, sent, onEvaluate }: EvaluationViewProps) {
  const { decision } = result
  const isDraft = request.mode === 'draft'
  const [left, setLeft] = useState<'draft' | 'response'>('draft')
  return (
    <>
      <section aria-label="Answer" aria-live="polite" className="grid grid-cols-[36px_1fr] gap-x-4 border-b px-4 py-5 md:px-6">
        <VerdictSeal kind={OUTCOME_LOOK[decision.outcome].tone} />
        <div className="min-h-22 min-w-0">
          <Sentence decision={decision} className="pt-1" />
          <div className="flex flex-wrap items-center gap-2 pt-3">
            <CopyCurl text={curlCommand(request, api)} />
            <span className="num text-meta text-ink-3">
              {isDraft ? `draft over r${result.revision}` : `decided on r${result.revision}`}
              {sent && result.decision.requestId ? `, sent as ${result.decision.requestId}` : ''}
            </span>
          </div>
        </div>
      </section>
      <div
        className={cx(
          'grid flex-1 content-start lg:min-h-0 lg:content-stretch',
          isDraft ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : 'lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]',
        )}
      >
        <section
          aria-label={isDraft ? 'Draft and response' : 'Response'}
          className="flex min-w-0 flex-col border-b lg:min-h-0 lg:overflow-y-auto lg:border-r lg:border-b-0"
        >
          {isDraft && (
            <div className="flex h-11 shrink-0 items-center px-4 md:px-6">
              <Segmented
                label="Left pane"
                size="dense"
                value={left}
                onChange={setLeft}
                options={[
                  { value: 'draft', label: 'Draft policy' },
                  { value: 'response', label: 'Response' },
                ]}
              />
            </div>
          )}
          {isDraft && left === 'draft' ? (
            <DraftPane api={api} draft={draft} onRun={onEvaluate} />
          ) : (
            <ResponsePane result={result} sent={sent} />
          )}
        </section>
        <section aria-label="Decision" className="min-w-0 pb-6 lg:min-h-0 lg:overflow-y-auto">
          <DecisionTree decision={decision} />
        </section>
      </div>
    </>
  )
}

function CopyCurl({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button size="dense" title={text} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      {copied ? 'Copied' : 'Copy as curl'}
    </Button>
  )
}
