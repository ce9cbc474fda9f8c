'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Skeleton } from './skeleton'
import { useRowKeys } from './use-row-keys.client'
import { type Sort, useSorted } from './use-sorted.client'

export interface Column<Row> {
  readonly key: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => string | number
  readonly align?: 'left' | 'right'
  /** Any CSS width. */
  readonly width?: string
  /** Leaves the column out below this width. */
  readonly from?: 'md' | 'lg' | 'xl'
}

export interface DataTableProps<Row> {
  /** Name of the table for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** `undefined` while loading: rows of the final shape stand there. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** Enter or a click on the row. */
  readonly onOpen?: (row: Row) => void
  /** Key of the row whose record is open. */
  readonly currentKey?: string | null
  readonly initialSort?: Sort
  /** Rows of the same group stand under one group row; rows must come in group order. */
  readonly groupBy?: (row: Row) => string
  /** Stands where there are no rows. */
  readonly empty?: ReactNode
  /** 88 px rows for few things. */
  readonly tall?: boolean
  readonly className?: string
}

const FROM = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' } as const
const EDGE = 'first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6'

function cellClass<Row>(column: Column<Row>): string {
  return cx('px-3', EDGE, column.align === 'right' && 'num text-right', column.from && FROM[column.from])
}

/** Table with a sticky head, sortable columns, keyboard rows (j, k, arrows, enter) and skeleton rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, currentKey, groupBy, empty, tall, className } = props
  const { sorted, sort, toggle } = useSorted(rows, columns, props.initialSort)
  const keys = useRowKeys({
    count: sorted?.length ?? 0,
    onOpen: onOpen && ((index) => sorted?.[index] !== undefined && onOpen(sorted[index])),
  })
  if (sorted?.length === 0 && empty) return empty
  const rowHeight = tall ? 'h-22' : 'h-9'
  let group: string | undefined
  return (
    <div className={cx('min-w-0 overflow-x-auto', className)}>
      <table aria-label={label} className="w-full border-collapse text-table">
        <thead>
          <tr>
            {columns.map((column) => {
              const direction = sort?.key === column.key ? sort.direction : undefined
              return (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={direction}
                  style={{ width: column.width }}
                  className={cx(
                    cellClass(column),
                    'sticky top-0 z-1 h-8 bg-surface text-left text-meta font-medium whitespace-nowrap text-ink-3 shadow-[inset_0_-1px_var(--hairline)]',
                  )}
                >
                  {column.sortBy ? (
                    <button type="button" onClick={() => toggle(column.key)} className="inline-flex items-center gap-1 hover:text-ink">
                      {column.header}
                      {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
                      {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody ref={keys.ref} onKeyDown={keys.onKeyDown}>
          {sorted === undefined
            ? Array.from({ length: tall ? 4 : 8 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
                <tr key={index} className="border-b">
                  {columns.map((column) => (
                    <td key={column.key} className={cx(cellClass(column), rowHeight)}>
                      <Skeleton className={column.align === 'right' ? 'ml-auto w-12' : 'w-3/5'} />
                    </td>
                  ))}
                </tr>
              ))
            : sorted.map((row, index) => {
                const key = rowKey(row)
                const nextGroup = groupBy?.(row)
                const opensGroup = nextGroup !== undefined && nextGroup !== group
                group = nextGroup
                return [
                  opensGroup && (
                    <tr key={`group ${nextGroup}`} className="border-b bg-sunken">
                      <th scope="rowgroup" colSpan={columns.length} className="h-6 px-4 text-left text-meta font-medium text-ink-3 md:px-6">
                        {nextGroup}
                      </th>
                    </tr>
                  ),
                  <tr
                    key={key}
                    data-row={index}
                    tabIndex={onOpen ? (index === keys.active ? 0 : -1) : undefined}
                    aria-current={currentKey === key ? 'true' : undefined}
                    onFocus={() => keys.setActive(index)}
                    onClick={onOpen && (() => onOpen(row))}
                    className={cx(
                      'border-b -outline-offset-2 aria-[current=true]:bg-selected',
                      onOpen && 'cursor-pointer hover:bg-hover focus-visible:bg-hover',
                    )}
                  >
                    {columns.map((column) => (
                      <td key={column.key} className={cx(cellClass(column), rowHeight, !tall && 'whitespace-nowrap')}>
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>,
                ]
              })}
        </tbody>
      </table>
    </div>
  )
}
