'use client'
import { Popover } from '@base-ui/react/popover'
import { Check, ChevronsUpDown, IdCard, type LucideIcon, Search, ShoppingBag, TicketCheck, UserRound, UserRoundX } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { EvaluateCaller } from '@/lib/domain/evaluate'
import { cx } from '../ui/cx'
import { CallerSettings } from './caller-settings.client'
import { callerWords } from './caller-words'
import { type CallerOption, optionKey, useCallerOptions } from './use-caller-options'

const ICONS: Readonly<Record<CallerOption['icon'], LucideIcon>> = {
  user: UserRound,
  role: IdCard,
  poolUser: ShoppingBag,
  anonymous: UserRoundX,
  raw: TicketCheck,
}

export interface AsPickerProps {
  readonly caller: EvaluateCaller
  readonly onChange: (caller: EvaluateCaller) => void
}

/** Who the playground pretends calls: everybody of the workspace, nobody, or the headers as written. */
export function AsPicker({ caller, onChange }: AsPickerProps) {
  const { options, accounts, pools, loading } = useCallerOptions()
  const words = callerWords(caller, accounts)
  return (
    <Popover.Root>
      <Popover.Trigger className="flex h-11 w-full min-w-0 shrink-0 items-center gap-3 rounded-control border border-control bg-surface pr-3 pl-2 text-left md:w-74">
        <span aria-hidden className="grid h-7 min-w-7 shrink-0 place-items-center rounded-control bg-selected px-1 text-tiny font-semibold">
          {words.mark}
        </span>
        <span className="min-w-0 flex-1">
          <span className="sr-only">Caller: </span>
          <span className="cut block text-table leading-4 font-medium">as {words.title}</span>
          <span className="cut block text-meta text-ink-3">{words.detail}</span>
        </span>
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={8} collisionPadding={8} className="z-50">
          <Popover.Popup className="pop grid w-[min(640px,calc(100vw-16px))] rounded-card bg-raised shadow-float outline-none sm:grid-cols-[1fr_256px]">
            <Popover.Title className="sr-only">Caller</Popover.Title>
            <OptionList options={options} chosen={optionKey(caller)} loading={loading} onChoose={(option) => onChange(option.caller)} />
            <div className="border-t p-4 sm:border-t-0 sm:border-l">
              <CallerSettings caller={caller} pools={pools} accounts={accounts} onChange={onChange} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface OptionListProps {
  readonly options: readonly CallerOption[]
  readonly chosen: string
  readonly loading: boolean
  readonly onChoose: (option: CallerOption) => void
}

function OptionList({ options, chosen, loading, onChoose }: OptionListProps) {
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => options.filter((option) => matches(option, filter)), [options, filter])
  const current = shown.find((option) => option.key === (active ?? chosen)) ?? shown[0]

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter' && current) onChoose(current)
    else if (step === 0) return
    event.preventDefault()
    if (step === 0 || shown.length === 0) return
    const at = current ? shown.indexOf(current) : -1
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))]
    setActive(next?.key ?? null)
    list.current?.querySelector(`[data-key="${CSS.escape(next?.key ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className="min-w-0 p-2">
      <div className="relative">
        <Search size={14} aria-hidden className="absolute top-1.5 left-2.5 text-ink-3" />
        <input
          role="combobox"
          aria-label="Find a caller"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value)
            setActive(null)
          }}
          onKeyDown={onKeyDown}
          placeholder="Name, ARN or group"
          className="h-7 w-full rounded-control border border-control bg-surface pr-2 pl-8 text-table"
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label="Callers" className="mt-1 max-h-96 overflow-y-auto">
        {shown.map((option, index) => {
          const Icon = ICONS[option.icon]
          const opensGroup = option.group !== shown[index - 1]?.group
          return (
            <div key={option.key}>
              {opensGroup && <p className="px-2 pt-3 pb-1 text-meta font-medium text-ink-3">{option.group}</p>}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys */}
              <div
                id={`${listId}-${option.key}`}
                data-key={option.key}
                role="option"
                tabIndex={-1}
                aria-selected={option.key === chosen}
                onMouseMove={() => setActive(option.key)}
                onClick={() => onChoose(option)}
                className={cx(
                  'flex h-8 items-center gap-3 rounded-control px-2 text-table',
                  option.key === chosen && 'font-medium',
                  option === current && 'bg-hover',
                  option.key === chosen && 'bg-selected',
                )}
              >
                <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3" />
                <span className="cut">{option.label}</span>
                <span className="cut min-w-0 flex-1 text-meta font-normal text-ink-3">{option.hint}</span>
                {option.key === chosen && <Check size={14} aria-hidden className="shrink-0" />}
              </div>
            </div>
          )
        })}
        {shown.length === 0 && <p className="px-2 py-3 text-table text-ink-3">{loading ? 'Loading' : 'Nobody matches'}</p>}
      </div>
    </div>
  )
}

function matches(option: CallerOption, filter: string): boolean {
  const wanted = filter.trim().toLowerCase()
  if (!wanted) return true
  return `${option.label} ${option.hint} ${option.group} ${option.key}`.toLowerCase().includes(wanted)
}
