'use client'
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { cx } from './cx'

export interface TabItem<Value extends string = string> {
  readonly value: Value
  readonly label: ReactNode
  readonly count?: number
  readonly content?: ReactNode
}

export interface TabsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly items: readonly TabItem<Value>[]
  /** Classes of the list, e.g. its padding. */
  readonly className?: string
}

export const TAB =
  'inline-flex h-10 items-center gap-2 border-b-2 border-transparent text-table font-medium whitespace-nowrap text-ink-3 hover:text-ink data-active:border-ink data-active:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink'
export const TAB_LIST = 'flex gap-5 overflow-x-auto border-b border-hairline [scrollbar-width:none]'

export function TabCount({ count }: { readonly count: number }) {
  return <span className="num rounded-mark bg-selected px-1.5 text-tiny text-ink-2">{count}</span>
}

/** Tabs over panels of one page. For tabs with an address of their own use LinkTabs. */
export function Tabs<Value extends string>({ label, value, onChange, items, className }: TabsProps<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as Value)} className="flex min-h-0 flex-col">
      <Base.List aria-label={label} className={cx(TAB_LIST, className)}>
        {items.map((item) => (
          <Base.Tab key={item.value} value={item.value} className={TAB}>
            {item.label}
            {item.count !== undefined && <TabCount count={item.count} />}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map(
        (item) =>
          item.content !== undefined && (
            <Base.Panel key={item.value} value={item.value} className="min-h-0 outline-none">
              {item.content}
            </Base.Panel>
          ),
      )}
    </Base.Root>
  )
}
