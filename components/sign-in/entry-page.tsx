import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'

/** Two halves: what to do at the left, why at the right. The right one steps aside on small screens. */
export function EntryPage({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(440px,640px)_1fr]">
      <main className="flex flex-col border-hairline bg-surface px-6 py-10 sm:px-16 lg:border-r xl:px-30">
        <p className="flex items-center gap-3 text-[16px] leading-6 font-semibold tracking-[-0.01em]">
          <Logo size={24} />
          Gatehouse
        </p>
        <div className="my-auto w-full max-w-100 py-10">{children}</div>
        <p className="text-meta text-ink-3">The gateway goes on enforcing, whether anyone is signed in or not.</p>
      </main>
      <aside aria-label="The decision on this request" className="grid content-center px-16 max-lg:hidden xl:px-24">
        {aside}
      </aside>
    </div>
  )
}
