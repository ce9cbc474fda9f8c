import { Skeleton } from '../ui/skeleton'

/** A detail page's shape while it loads. */
export function DetailSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-full flex-col">
      <div className="px-4 pt-5 pb-4 md:px-6">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="mt-2 w-80" />
      </div>
      <div className="grid flex-1 border-t md:grid-cols-[248px_1fr]">
        <div className="grid content-start gap-5 border-r bg-canvas p-4 max-md:hidden">
          <Skeleton className="w-24" />
          <Skeleton className="w-36" />
          <Skeleton className="w-32" />
        </div>
        <div className="grid content-start gap-5 p-6">
          <Skeleton className="w-40" />
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
        </div>
      </div>
      <p className="sr-only">Loading</p>
    </div>
  )
}
