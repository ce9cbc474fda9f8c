import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['w-48', 'w-64', 'w-40', 'w-56', 'w-52', 'w-44'] as const

/** Stands while a page loads: its heading and its first rows. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="px-4 pt-5 md:px-6">
      <Skeleton className="h-7 w-40" />
      <div className="-mx-4 mt-6 border-t md:-mx-6">
        {ROWS.map((width) => (
          <div key={width} className="flex h-9 items-center gap-12 border-b px-4 md:px-6">
            <Skeleton className={width} />
            <Skeleton className="w-24 max-md:hidden" />
          </div>
        ))}
      </div>
      <p className="sr-only">Loading</p>
    </div>
  )
}
