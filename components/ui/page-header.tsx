import type { ReactNode } from 'react'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** Small marks beside the title. */
  readonly badge?: ReactNode
  /** One line of ids and addresses below the title. */
  readonly meta?: ReactNode
  /** Buttons at the right, the primary one last. */
  readonly actions?: ReactNode
}

export function PageHeader({ title, badge, meta, actions }: PageHeaderProps) {
  return (
    <header className="px-4 pt-5 pb-4 md:px-6">
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-3">
        <h1 className="mr-auto flex min-w-0 items-center gap-2 text-h1 break-words">
          {title}
          {badge}
        </h1>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {meta && <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">{meta}</div>}
    </header>
  )
}
