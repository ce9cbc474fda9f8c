'use client'
import { ChevronDown, Minus } from 'lucide-react'
import { useState } from 'react'
import type { StageTrace } from '@/lib/domain/decision'
import { cx } from '../ui/cx'
import { Verdict } from '../ui/verdict'
import { STAGE_LABELS } from './tree-model'

/** The stages that the request never came to, folded into one grey row. */
export function NotReachedRow({ stages, dense }: { readonly stages: readonly StageTrace[]; readonly dense: boolean }) {
  const [open, setOpen] = useState(false)
  const names = stages.map((stage) => STAGE_LABELS[stage.name])
  const columns = dense ? 'grid-cols-[20px_minmax(88px,112px)_1fr_auto] px-5' : 'grid-cols-[20px_minmax(96px,128px)_1fr_auto] px-4 md:pr-6'
  return (
    <li className="relative text-table text-ink-3">
      <span
        aria-hidden
        className={cx('absolute top-0 h-4 border-l-2 border-dotted border-unreached-line', dense ? 'left-[29px]' : 'left-[25px]')}
      />
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={cx(
          'grid w-full items-center gap-x-3 text-left -outline-offset-2 hover:bg-hover',
          columns,
          dense ? 'min-h-8' : 'min-h-9',
        )}
      >
        <span
          aria-hidden
          className="z-1 grid size-5 place-items-center rounded-full border-[1.5px] border-dashed border-unreached-line bg-surface"
        >
          <Minus size={11} strokeWidth={2.5} />
        </span>
        <span>
          {stages.length} {stages.length === 1 ? 'stage' : 'stages'}
        </span>
        <span className="cut">{names.map((name, index) => (index === 0 ? name : lowerFirst(name))).join(', ')}</span>
        <span className="flex items-center gap-1">
          <Verdict small kind="unreached" />
          <ChevronDown size={12} aria-hidden className={cx('transition-transform', open ? 'rotate-180' : '')} />
        </span>
      </button>
      {open && (
        <ul className={cx('pb-2', dense ? 'pl-13' : 'pl-12')}>
          {stages.map((stage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage may appear twice
            <li key={index} className="grid grid-cols-[minmax(96px,128px)_1fr] gap-3 py-1 pr-6">
              <span>{STAGE_LABELS[stage.name]}</span>
              <span>{stage.why}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function lowerFirst(text: string): string {
  return text.startsWith('API') ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
