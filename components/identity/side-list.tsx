import Link from 'next/link'
import type { ReactNode } from 'react'

export interface SideItem {
  readonly key: string
  readonly href: string
  readonly label: string
  readonly hint?: string
}

export interface SideSection {
  readonly label: string
  readonly items: readonly SideItem[]
  /** Stands where there are no items; without it the section is left out. */
  readonly empty?: string
}

export interface SideListProps {
  readonly label: string
  readonly current: string
  readonly sections: readonly SideSection[]
  readonly footer?: ReactNode
}

/** The parts of one object, at the left of the part that is open. */
export function SideList({ label, current, sections, footer }: SideListProps) {
  return (
    <nav aria-label={label} className="min-h-0 overflow-y-auto border-b bg-canvas p-2 pb-4 md:border-r md:border-b-0">
      {sections.map((section) =>
        section.items.length === 0 && !section.empty ? null : (
          <div key={section.label}>
            <h2 className="px-2 pt-3 pb-1 text-meta font-medium text-ink-3">{section.label}</h2>
            {section.items.length === 0 && <p className="px-2 text-table leading-8 text-ink-3">{section.empty}</p>}
            <ul>
              {section.items.map((item) => (
                <li key={item.key}>
                  <Link
                    href={item.href}
                    aria-current={item.key === current ? 'page' : undefined}
                    className="flex h-8 items-center gap-2 rounded-control px-2 text-table text-ink-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink"
                  >
                    <span className="cut flex-1">{item.label}</span>
                    {item.hint && <span className="text-meta font-normal text-ink-3">{item.hint}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {footer && <div className="pt-3">{footer}</div>}
    </nav>
  )
}
