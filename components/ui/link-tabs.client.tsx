'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from './cx'
import { TAB, TAB_LIST, TabCount } from './tabs.client'

export interface LinkTab {
  readonly href: string
  readonly label: string
  readonly count?: number
}

/** Tabs that are pages: each has an address. */
export function LinkTabs({
  label,
  items,
  className,
}: {
  readonly label: string
  readonly items: readonly LinkTab[]
  readonly className?: string
}) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className={cx(TAB_LIST, className)}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={pathname === item.href ? 'page' : undefined} className={TAB}>
          {item.label}
          {item.count !== undefined && <TabCount count={item.count} />}
        </Link>
      ))}
    </nav>
  )
}
