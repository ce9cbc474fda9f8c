import type { ReactNode } from 'react'

/** Heading of one part of a page, with its button. */
export function SectionHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-2 px-4 md:px-6">
      <h2 className="mr-auto text-h2">{title}</h2>
      {children}
    </div>
  )
}
