import { cx } from './cx'

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** Rows of bars that fade out downwards: the shape of a table that is empty. */
export function GhostRows({ columns, tall }: { readonly columns: readonly number[]; readonly tall?: boolean }) {
  return (
    <div aria-hidden className="absolute inset-x-0 top-0 [mask-image:linear-gradient(#000,transparent_80%)]">
      {ROWS.map((row, rowIndex) => (
        <div key={row} className={cx('flex items-center gap-14 border-b px-6', tall ? 'h-22' : 'h-9')}>
          {columns.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed columns
            <span key={index} className="shrink-0">
              <span className="block h-3 rounded-mark bg-selected" style={{ width: width - ((rowIndex * 3 + index * 5) % 4) * 8 }} />
              {tall && <span className="mt-2 block h-2 rounded-mark bg-hover" style={{ width: width * 0.7 }} />}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
