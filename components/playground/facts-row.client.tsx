'use client'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '../ui/cx'
import { HeadersEditor } from './headers-editor.client'
import type { PlaygroundRequest } from './request-state'
import { EMPTY_REQUEST } from './request-state'

export interface FactsRowProps {
  readonly request: PlaygroundRequest
  readonly onChange: (patch: Partial<PlaygroundRequest>) => void
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The facts that a decision rests on besides caller and route: address, time, headers, body. */
export function FactsRow({ request, onChange, open, onOpen }: FactsRowProps) {
  return (
    <div className="grid h-11 min-w-0 flex-1 grid-cols-[1.2fr_1.3fr_1fr] rounded-control border bg-surface [&>*+*]:border-l">
      <Fact label="Source IP" set={request.sourceIp !== EMPTY_REQUEST.sourceIp}>
        {(id) => (
          <input
            id={id}
            value={request.sourceIp}
            spellCheck={false}
            onChange={(event) => onChange({ sourceIp: event.target.value })}
            className="w-full min-w-0 bg-transparent font-mono text-code leading-4 font-medium outline-none"
          />
        )}
      </Fact>
      <TimeFact at={request.at} onChange={(at) => onChange({ at })} />
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        className="flex min-w-0 items-center gap-2 px-3 text-left hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="cut block text-meta text-ink-3">Headers, body</span>
          <span className="cut block text-table leading-4 font-medium">{extrasText(request)}</span>
        </span>
        <ChevronDown size={14} aria-hidden className={cx('shrink-0 text-ink-3 transition-transform', open && 'rotate-180')} />
      </button>
    </div>
  )
}

export function FactsDetail({ request, onChange }: Pick<FactsRowProps, 'request' | 'onChange'>) {
  return (
    <div className="grid gap-4 px-4 pb-4 md:grid-cols-2 md:px-6">
      <HeadersEditor headers={request.headers} onChange={(headers) => onChange({ headers })} />
      <label className="grid content-start gap-1.5">
        <span className="text-table font-medium">Body</span>
        <textarea
          value={request.body}
          rows={4}
          spellCheck={false}
          onChange={(event) => onChange({ body: event.target.value })}
          className="min-h-20 resize-y rounded-control border border-control bg-surface px-3 py-2 font-mono text-code"
        />
      </label>
    </div>
  )
}

function Fact({ label, set, children }: { readonly label: string; readonly set: boolean; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="min-w-0 rounded-control px-3 pt-[5px] focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent">
      <label htmlFor={id} className="flex items-center gap-1.5 text-meta text-ink-3">
        {label}
        {set && <span aria-hidden className="size-[5px] rounded-full bg-ink" title="Changed" />}
      </label>
      {children(id)}
    </div>
  )
}

function TimeFact({ at, onChange }: { readonly at: string | null; readonly onChange: (at: string | null) => void }) {
  if (at === null) {
    return (
      <button
        type="button"
        onClick={() => onChange(new Date().toISOString())}
        className="min-w-0 px-3 text-left hover:bg-hover"
        title="Pretend another time"
      >
        <span className="block text-meta text-ink-3">Time</span>
        <span className="block text-table leading-4 font-medium">now</span>
      </button>
    )
  }
  return (
    <Fact label="Time" set>
      {(id) => (
        <span className="flex items-center">
          <input
            id={id}
            type="datetime-local"
            step={1}
            value={localTime(at)}
            onChange={(event) => onChange(event.target.value ? new Date(event.target.value).toISOString() : null)}
            className="w-full min-w-0 bg-transparent text-table leading-4 font-medium outline-none"
          />
          <button type="button" onClick={() => onChange(null)} className="rounded-mark px-1 text-meta text-accent-text hover:underline">
            now
          </button>
        </span>
      )}
    </Fact>
  )
}

function extrasText(request: PlaygroundRequest): string {
  const parts = []
  if (request.headers.length > 0) parts.push(request.headers.length === 1 ? '1 header' : `${request.headers.length} headers`)
  if (request.body) parts.push(`${new Blob([request.body]).size} bytes`)
  return parts.join(', ') || 'none added'
}

function localTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}
