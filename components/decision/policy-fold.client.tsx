'use client'
import { ChevronRight, Minus } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { PolicyTrace, StatementTrace } from '@/lib/policy/types'
import { cx } from '../ui/cx'
import { Verdict } from '../ui/verdict'
import { sourceHref } from './decision-links'
import { StatementCard } from './statement-card'
import { missReason, missReasons, POLICY_KIND_LABELS } from './tree-model'
import { POLICY_LOOK } from './verdict-look'

/** One policy that was weighed: its verdict in a row, its statements below when opened. */
export function PolicyFold({ policy, startOpen = false }: { readonly policy: PolicyTrace; readonly startOpen?: boolean }) {
  const [open, setOpen] = useState(startOpen)
  const look = POLICY_LOOK[policy.outcome]
  const href = sourceHref(policy.source)
  const matching = policy.statements.filter((statement) => statement.matched === 'match')
  return (
    <div className="text-table">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 items-center gap-1.5 rounded-mark text-left hover:text-ink"
        >
          <ChevronRight size={14} aria-hidden className={cx('shrink-0 text-ink-3 transition-transform', open && 'rotate-90')} />
          <span className="cut font-medium">{policy.source.name}</span>
          <span className="text-meta text-ink-3">{POLICY_KIND_LABELS[policy.kind]}</span>
        </button>
        <Verdict small kind={look.tone}>
          {look.word}
        </Verdict>
        <span className="cut text-meta text-ink-3">{summary(policy, matching)}</span>
        {href && (
          <Link href={href} className="link ml-auto text-meta">
            Open
          </Link>
        )}
      </div>
      {open && <Statements policy={policy} statements={policy.statements} />}
    </div>
  )
}

/** The statements beside the deciding one, counted by the element that kept them from matching. */
export function OtherStatements({ policy, shown }: { readonly policy: PolicyTrace; readonly shown: number }) {
  const [open, setOpen] = useState(false)
  const others = policy.statements.filter((statement) => statement.index !== shown)
  if (others.length === 0) return null
  const missed = others.filter((statement) => statement.matched !== 'match')
  const matched = others.length - missed.length
  return (
    <div className="pt-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">
        <Minus size={12} strokeWidth={2.5} aria-hidden />
        <span className="font-medium">
          {missed.length > 0
            ? `${missed.length} other ${missed.length === 1 ? 'statement does' : 'statements do'} not match`
            : `${matched} other ${matched === 1 ? 'statement matches' : 'statements match'} too`}
        </span>
        <span>{missReasons(missed)}</span>
        {missed.length > 0 && matched > 0 && (
          <span>
            {matched} more {matched === 1 ? 'matches' : 'match'}
          </span>
        )}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="link ml-auto">
          {open ? 'Hide' : 'Show all'}
        </button>
      </div>
      {open && <Statements policy={policy} statements={others} />}
    </div>
  )
}

function summary(policy: PolicyTrace, matching: readonly StatementTrace[]): string {
  const count = policy.statements.length
  if (count === 0) return 'no statements'
  if (matching.length === 0) return `${count === 1 ? '1 statement does' : `${count} statements do`} not match`
  const names = matching.map((statement) => statement.sid ?? `statement ${statement.index + 1}`)
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
}

function Statements({ policy, statements }: { readonly policy: PolicyTrace; readonly statements: readonly StatementTrace[] }) {
  return (
    <div className="mt-1 mb-2 overflow-hidden rounded-card border bg-surface [&>*+*]:border-t">
      {statements.map((statement) => (
        <StatementFold key={statement.index} policy={policy} statement={statement} />
      ))}
    </div>
  )
}

function StatementFold({ policy, statement }: { readonly policy: PolicyTrace; readonly statement: StatementTrace }) {
  const [open, setOpen] = useState(false)
  const reason = missReason(statement)
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 w-full items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight size={12} aria-hidden className={cx('shrink-0 text-ink-3 transition-transform', open && 'rotate-90')} />
        <span className="cut">{statement.sid ?? `Statement ${statement.index + 1}`}</span>
        <span className="text-meta text-ink-3">{statement.effect}</span>
        <span className="ml-auto">
          {statement.matched === 'match' ? (
            <Verdict small kind={statement.effect === 'Deny' ? 'deny' : 'allow'}>
              matches
            </Verdict>
          ) : (
            <Verdict small kind={statement.matched === 'unknown' ? 'depends' : 'unreached'}>
              {reason ? `not by ${reason}` : 'does not match'}
            </Verdict>
          )}
        </span>
      </button>
      {open && (
        <div className="px-3 pb-3">
          <StatementCard policy={policy} statement={statement} />
        </div>
      )}
    </div>
  )
}
