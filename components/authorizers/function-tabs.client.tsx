'use client'
import Link from 'next/link'
import { cx } from '../ui/cx'
import { TAB, TAB_LIST } from '../ui/tabs.client'

const VIEWS = [
  ['script', 'Script'],
  ['settings', 'Settings'],
  ['history', 'History'],
] as const

/** The parts of a function, each with an address. */
export function FunctionTabs({ base, view }: { readonly base: string; readonly view: string }) {
  return (
    <nav aria-label="Parts of the function" className={cx(TAB_LIST, 'shrink-0 px-4 md:px-6')}>
      {VIEWS.map(([key, label]) => (
        <Link
          key={key}
          href={key === 'script' ? base : `${base}?view=${key}`}
          aria-current={key === view ? 'page' : undefined}
          className={TAB}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
