'use client'
import { useState } from 'react'
import type { EvaluateResult } from '@/lib/domain/console-api'
import { Segmented } from '../ui/segmented.client'
import { JsonText, prettyJson } from './json-text'
import { reasonPhrase } from './reason-phrase'

const FIDELITY = { recorded: 'recorded from AWS', documented: 'documented by AWS', assumed: 'assumed of AWS' } as const

export interface ResponsePaneProps {
  readonly result: EvaluateResult
  readonly sent: boolean
  readonly onSend?: () => void
}

/** The answer on the wire: status, headers, body. */
export function ResponsePane({ result, sent }: ResponsePaneProps) {
  const [form, setForm] = useState<'pretty' | 'raw'>('pretty')
  const { status, headers, body } = result.response
  const pretty = prettyJson(body)
  const shown = form === 'pretty' && pretty !== null ? pretty : body
  const untouched = !sent && result.decision.outcome === 'allow'
  return (
    <>
      <div className="flex h-11 items-center gap-2 px-4 md:px-6">
        <h2 className="mr-auto text-table font-medium">Response</h2>
        <Segmented
          label="Form of the body"
          size="dense"
          value={form}
          onChange={setForm}
          options={[
            { value: 'pretty', label: 'Pretty' },
            { value: 'raw', label: 'Raw' },
          ]}
        />
      </div>
      <div className="flex items-baseline gap-2 px-4 pt-1 pb-4 md:px-6">
        <span className="font-mono text-[15px] leading-6 font-medium">
          {status} {reasonPhrase(status)}
        </span>
        <span className="ml-auto text-meta text-ink-3">{untouched ? 'not sent' : FIDELITY[result.decision.fidelity]}</span>
      </div>
      <dl className="grid grid-cols-[minmax(96px,136px)_1fr] gap-x-3 border-y px-4 py-2 font-mono text-meta leading-6 md:px-6">
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice
          <div key={index} className="contents">
            <dt className="cut text-ink-3" title={name}>
              {name}
            </dt>
            <dd className="cut" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {body !== '' && (
        <pre className="px-4 py-3 font-mono text-code break-words whitespace-pre-wrap wrap-anywhere md:px-6">
          {form === 'pretty' && pretty !== null ? <JsonText text={shown} /> : shown}
        </pre>
      )}
      <p className="px-4 pt-2 pb-6 text-meta text-pretty text-ink-3 md:px-6">{note(result, sent)}</p>
    </>
  )
}

function note(result: EvaluateResult, sent: boolean): string {
  if (sent) return 'Sent through the gateway; it is in the request log.'
  if (result.decision.outcome === 'allow') return 'The request would pass. The upstream was not called; Send calls it.'
  return 'Decided before the upstream was called. The same request to the gateway gives these bytes.'
}
