'use client'
import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly hint?: ReactNode
  readonly onSelect?: () => void
  readonly href?: string
  readonly destructive?: boolean
  readonly disabled?: boolean
  /** Draws a line above. */
  readonly separated?: boolean
}

export interface MenuProps {
  /** A Button or IconButton. */
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly header?: ReactNode
  readonly align?: 'start' | 'end'
}

const ITEM =
  'flex cursor-default items-center gap-2 rounded-mark px-2 py-1.5 text-table outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:text-ink-3'

function Item({ item }: { readonly item: MenuItem }) {
  const className = cx(ITEM, item.destructive && 'text-error [&_svg]:text-error')
  const inside = (
    <>
      {item.icon}
      <span className="flex-1 whitespace-nowrap">{item.label}</span>
      {item.hint && <span className="pl-4 text-meta text-ink-3">{item.hint}</span>}
    </>
  )
  return item.href ? (
    <Base.LinkItem render={<Link href={item.href} />} closeOnClick className={className}>
      {inside}
    </Base.LinkItem>
  ) : (
    <Base.Item onClick={item.onSelect} disabled={item.disabled} className={className}>
      {inside}
    </Base.Item>
  )
}

export function Menu({ trigger, items, header, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="pop min-w-48 rounded-card bg-raised p-1 shadow-float outline-none">
            {header && <div className="border-b px-2 pt-1.5 pb-2 -mx-1 mb-1">{header}</div>}
            {items.map((item) => (
              <div key={item.label}>
                {item.separated && <Base.Separator className="-mx-1 my-1 border-t" />}
                <Item item={item} />
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
