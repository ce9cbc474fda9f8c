'use client'
import { Play, Save, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FunctionDetail, InvokeResult } from '@/lib/domain/console-api'
import { errorText } from '../data/api-client'
import { useInvokeFunction, useSaveFunction } from '../data/function'
import { useEditReason } from '../data/session.client'
import { CodeEditor } from '../editor/code-editor.client'
import { JsonText, prettyJson } from '../playground/json-text'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button.client'
import { Callout } from '../ui/callout'
import { IconButton } from '../ui/icon-button.client'
import { KeyHint } from '../ui/key-hint'
import { Menu } from '../ui/menu.client'
import { Select } from '../ui/select.client'
import { toast } from '../ui/toast.client'
import { SAMPLE_EVENTS } from './sample-events'
import { SaveEventDrawer } from './save-event-drawer.client'

export interface RunPaneProps {
  readonly fn: FunctionDetail
  /** Code that is not saved yet; undefined runs the saved one. */
  readonly code: string | undefined
  /** Each new number runs once more. */
  readonly runs: number
}

/** Runs the script in the sandbox with an event, and shows what came back. */
export function RunPane({ fn, code, runs }: RunPaneProps) {
  const editReason = useEditReason()
  const invoke = useInvokeFunction(fn)
  const save = useSaveFunction(fn)
  const [chosen, setChosen] = useState<string | null>(fn.events[0]?.name ?? null)
  const [text, setText] = useState(() => (fn.events[0] ? readable(fn.events[0].event) : JSON.stringify(SAMPLE_EVENTS[0].event, null, 2)))
  const [problem, setProblem] = useState<string | null>(null)
  const [naming, setNaming] = useState(false)

  const run = useCallback(() => {
    if (editReason) return
    const event = readEvent(text)
    if (!event.ok) return setProblem(event.problem)
    setProblem(null)
    invoke.mutate({ event: event.value, ...(code !== undefined && { code }) })
  }, [text, code, editReason, invoke.mutate])

  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (runs > 0) latest.current()
  }, [runs])

  const pick = (name: string) => {
    setChosen(name)
    const event = fn.events.find((item) => item.name === name)
    if (event) setText(readable(event.event))
  }
  const deleteEvent = () =>
    save.mutate(
      { events: fn.events.filter((item) => item.name !== chosen), etag: fn.etag },
      {
        onSuccess: () => setChosen(null),
        onError: (error) => toast({ type: 'error', title: 'The event was not deleted', description: errorText(error) }),
      },
    )

  return (
    <section
      aria-label="Run"
      className="grid min-h-0 min-w-0 content-start border-t lg:grid-rows-[auto_220px_auto_minmax(0,1fr)] lg:overflow-y-auto lg:border-t-0"
    >
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
        <h2 className="mr-auto text-table font-medium">Test event</h2>
        {fn.events.length > 0 && (
          <Select
            size="dense"
            look="token"
            label="Event"
            placeholder="unsaved"
            value={chosen}
            onChange={pick}
            options={fn.events.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
        <Menu
          trigger={
            <Button size="dense" variant="quiet">
              Sample
            </Button>
          }
          items={SAMPLE_EVENTS.map((sample) => ({
            label: `${sample.name} authorizer`,
            onSelect: () => {
              setChosen(null)
              setText(JSON.stringify(sample.event, null, 2))
            },
          }))}
        />
        <IconButton label="Save this event" size="dense" disabledReason={editReason} onClick={() => setNaming(true)}>
          <Save size={14} aria-hidden />
        </IconButton>
        {chosen && (
          <IconButton label={`Delete event ${chosen}`} size="dense" disabledReason={editReason} onClick={deleteEvent}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <CodeEditor label="Test event" value={text} language="json" onChange={setText} onRun={run} lineNumbers={false} className="h-55" />
      <div className="flex min-h-12 flex-wrap items-center gap-3 border-y px-4 py-2">
        <Button size="dense" variant="primary" pending={invoke.isPending} disabledReason={editReason} onClick={run}>
          {!invoke.isPending && <Play size={14} aria-hidden />}
          Run
          <KeyHint keys="⌘↵" onFill />
        </Button>
        <span className="text-meta text-ink-3">{code === undefined ? 'the saved script' : 'the script as edited'}, in the sandbox</span>
      </div>
      <div className="min-w-0 p-4">
        {problem && (
          <Callout tone="error" title="The event is not JSON">
            {problem}
          </Callout>
        )}
        {invoke.isError && (
          <Callout tone="error" title="The script could not be run">
            {errorText(invoke.error)}
          </Callout>
        )}
        {!problem && invoke.data ? (
          <RunResult result={invoke.data} />
        ) : (
          !problem && !invoke.isError && <p className="text-table text-ink-3">The result and the logs of a run stand here.</p>
        )}
      </div>
      {naming && (
        <SaveEventDrawer
          fn={fn}
          text={text}
          initialName={chosen ?? ''}
          onClose={() => setNaming(false)}
          onSaved={(name) => {
            setChosen(name)
            setNaming(false)
          }}
        />
      )}
    </section>
  )
}

function RunResult({ result }: { readonly result: InvokeResult }) {
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-2 text-table">
        <Badge tone={result.ok ? 'outline' : 'warning'}>{result.ok ? 'returned' : (result.errorType ?? 'failed')}</Badge>
        <span className="num text-meta text-ink-3">{result.durationMs.toFixed(result.durationMs < 10 ? 1 : 0)} ms</span>
      </p>
      {result.ok ? (
        <pre className="overflow-x-auto rounded-card border bg-sunken p-3 font-mono text-code whitespace-pre-wrap wrap-anywhere">
          <JsonText text={JSON.stringify(result.value, null, 2) ?? 'undefined'} />
        </pre>
      ) : (
        <>
          <p className="text-table wrap-anywhere">{result.errorMessage}</p>
          <p className="text-meta text-pretty text-ink-3">To a caller the gateway answers 500 when this happens while it decides.</p>
        </>
      )}
      {result.logs.length > 0 && (
        <section aria-label="Logs">
          <h3 className="pb-1.5 text-meta font-medium text-ink-3">Logs</h3>
          <ol className="rounded-card border bg-sunken py-1 font-mono text-meta leading-5">
            {result.logs.map((log, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a log have no identity but their place
              <li key={index} className="grid grid-cols-[48px_1fr] gap-2 px-3">
                <span className="text-ink-3">{log.level}</span>
                <span className="whitespace-pre-wrap wrap-anywhere">{log.message}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function readable(event: string): string {
  return prettyJson(event) ?? event
}

function readEvent(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'It cannot be read.' }
  }
}
