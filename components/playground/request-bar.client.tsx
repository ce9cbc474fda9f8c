'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Send, Waypoints } from 'lucide-react'
import { useMemo } from 'react'
import type { ApiDetail, ApiSummary } from '@/lib/domain/console-api'
import { Button } from '../ui/button.client'
import { KeyHint } from '../ui/key-hint'
import { MethodChip } from '../ui/method-chip'
import { RoutePath } from '../ui/route-path'
import { Segmented } from '../ui/segmented.client'
import { Select } from '../ui/select.client'
import { matchTypedPath, samplePath } from './match-route'
import type { PlaygroundRequest } from './request-state'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
const PLAIN = 'h-[30px]! rounded-none! border-0! bg-transparent!'

export interface RequestBarProps {
  readonly request: PlaygroundRequest
  readonly apis: readonly ApiSummary[]
  readonly api: ApiDetail | undefined
  readonly onChange: (patch: Partial<PlaygroundRequest>) => void
  readonly onEvaluate: () => void
  readonly onSend: () => void
  readonly evaluating: boolean
  readonly sending: boolean
  /** Why sending is not possible now. */
  readonly sendReason: string | null
}

/** API and stage, method, path with the route it reaches; what to ask; the two ways to ask. */
export function RequestBar(props: RequestBarProps) {
  const { request, apis, api, onChange } = props
  return (
    <div className="flex flex-wrap gap-2 px-4 py-3 md:px-6">
      <div className="flex min-w-0 flex-1 basis-120 items-center rounded-control border border-control bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent [&>*+*]:border-l [&_*]:focus-visible:outline-none max-sm:flex-wrap">
        <span className="flex min-w-0">
          <Select
            label="API and stage"
            className={PLAIN}
            value={`${request.api}/${request.stage}`}
            onChange={(value) => {
              const [id = '', stage = ''] = value.split('/')
              onChange(id === request.api ? { stage } : { api: id, stage, path: '/' })
            }}
            options={apis.flatMap((item) =>
              item.stages.map((stage) => ({
                value: `${item.id}/${stage}`,
                label: `${item.name} ${stage}`,
                hint: item.protocol,
                icon: <Waypoints size={14} aria-hidden className="text-ink-3" />,
              })),
            )}
          />
        </span>
        <span className="flex">
          <Select
            label="Method"
            className={`${PLAIN} font-mono font-medium`}
            value={request.method}
            onChange={(method) => onChange({ method })}
            options={METHODS.map((method) => ({ value: method, label: method }))}
          />
        </span>
        <PathInput request={request} api={api} onChange={onChange} onSubmit={props.onEvaluate} />
      </div>
      <Segmented
        label="Configuration"
        value={request.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { value: 'saved', label: 'Saved' },
          { value: 'draft', label: 'Draft' },
        ]}
      />
      <Button pending={props.sending} disabledReason={props.sendReason} onClick={props.onSend}>
        {!props.sending && <Send size={14} aria-hidden />}
        Send
      </Button>
      <Button variant="primary" pending={props.evaluating} onClick={props.onEvaluate}>
        Evaluate
        <KeyHint keys="⌘↵" onFill />
      </Button>
    </div>
  )
}

interface PathInputProps {
  readonly request: PlaygroundRequest
  readonly api: ApiDetail | undefined
  readonly onChange: (patch: Partial<PlaygroundRequest>) => void
  readonly onSubmit: () => void
}

interface Suggestion {
  readonly key: string
  readonly method: string
  readonly path: string
}

function PathInput({ request, api, onChange, onSubmit }: PathInputProps) {
  const match = api ? matchTypedPath(api.routes, request.method, request.path) : null
  const suggestions: readonly Suggestion[] = useMemo(
    () => (api?.routes ?? []).map((route) => ({ key: route.key, method: route.method === 'ANY' ? 'GET' : route.method, path: route.path })),
    [api],
  )
  return (
    <>
      <Autocomplete.Root
        items={suggestions}
        value={request.path}
        itemToStringValue={(item: Suggestion) => samplePath(item.path)}
        filter={(item: Suggestion, typed: string) => item.path.toLowerCase().startsWith(typed.split('?')[0]?.toLowerCase() ?? '')}
        onValueChange={(value, details) => {
          if (details.reason === 'item-press') return
          onChange({ path: value.startsWith('/') ? value : `/${value}` })
        }}
      >
        <Autocomplete.Input
          aria-label="Path"
          spellCheck={false}
          placeholder="/path"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.defaultPrevented) onSubmit()
          }}
          className="h-[30px] min-w-32 flex-1 bg-transparent px-3 font-mono text-[13px] font-[450]"
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-50 outline-none">
            <Autocomplete.Popup className="pop max-h-[min(360px,var(--available-height))] min-w-90 overflow-y-auto rounded-card bg-raised p-1 shadow-float empty:hidden data-empty:hidden">
              <Autocomplete.List>
                {(item: Suggestion) => (
                  <Autocomplete.Item
                    key={item.key}
                    value={item}
                    onClick={() => onChange({ method: item.method, path: samplePath(item.path) })}
                    className="flex cursor-default items-center gap-3 rounded-mark px-2 py-1.5 outline-none data-highlighted:bg-hover"
                  >
                    <MethodChip method={item.method} />
                    <RoutePath path={item.path} />
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
      <span
        aria-live="polite"
        className="flex h-[30px] items-center gap-2 border-l-0! px-3 text-meta whitespace-nowrap text-ink-3 max-lg:hidden"
      >
        {match ? (
          <>
            matches <code className="font-mono text-ink">{match.route.key}</code>
            {match.parameters.map(([name, value]) => (
              <span key={name}>
                {name} = <code className="font-mono text-ink">{value}</code>
              </span>
            ))}
          </>
        ) : (
          api && 'no such route'
        )}
      </span>
    </>
  )
}
