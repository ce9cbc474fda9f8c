import type { ReactNode } from 'react'

export interface MessagePageProps {
  readonly mark: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A page with nothing but a message: not found, failed. */
export function MessagePage({ mark, title, children, actions }: MessagePageProps) {
  return (
    <div className="grid min-h-full flex-1 place-items-center bg-surface px-6 py-16">
      <div className="max-w-110">
        <p className="font-mono text-table text-ink-3">{mark}</p>
        <h1 className="pt-2 text-h1">{title}</h1>
        <div className="pt-1 text-pretty text-ink-2">{children}</div>
        <div className="flex flex-wrap gap-2 pt-5">{actions}</div>
      </div>
    </div>
  )
}
