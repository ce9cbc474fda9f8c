import type { ReactNode } from 'react'

/** One row of a panel: what it is, and what can be done with it. */
export function Line({ label, children }: { readonly label: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="flex min-h-10 items-center gap-3 px-4 text-table">
      <span className="cut flex-1">{label}</span>
      {children}
    </div>
  )
}

/** Stands in a panel that has no rows. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="px-4 py-2.5 text-table text-ink-3">{children}</p>
}
