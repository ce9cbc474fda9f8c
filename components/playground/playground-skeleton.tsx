import { Skeleton } from '../ui/skeleton'

const STAGES = ['w-40', 'w-56', 'w-72', 'w-48', 'w-36', 'w-64'] as const

/** The playground's shape while it loads. */
export function PlaygroundSkeleton({ answerOnly }: { readonly answerOnly?: boolean }) {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col">
      {!answerOnly && (
        <div className="grid gap-3 border-b px-4 py-3 md:px-6">
          <Skeleton className="h-8 w-full rounded-control" />
          <Skeleton className="h-11 w-full rounded-control" />
        </div>
      )}
      <div className="flex gap-4 border-b px-4 py-5 md:px-6">
        <Skeleton className="size-9 rounded-[10px]" />
        <div className="flex-1 pt-1.5">
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="mt-3 h-4 w-2/5" />
          <Skeleton className="mt-5 h-7 w-64 rounded-control" />
        </div>
      </div>
      <div className="grid flex-1 lg:grid-cols-[minmax(320px,400px)_1fr]">
        <div className="border-r p-6 max-lg:hidden">
          <Skeleton className="h-5 w-40" />
        </div>
        <ul className="pt-11">
          {STAGES.map((width) => (
            <li key={width} className="flex h-9 items-center gap-3 px-4">
              <Skeleton className="size-5 rounded-full" />
              <Skeleton className="w-24" />
              <Skeleton className={width} />
            </li>
          ))}
        </ul>
      </div>
      <p className="sr-only">Loading</p>
    </div>
  )
}
