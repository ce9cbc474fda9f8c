'use client'
import { useMemo, useState } from 'react'

export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

interface Sortable<Row> {
  readonly key: string
  readonly sortBy?: (row: Row) => string | number
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })
}

/** Rows in the order that the reader chose; the given order until then. */
export function useSorted<Row>(rows: readonly Row[] | undefined, columns: readonly Sortable<Row>[], initial?: Sort) {
  const [sort, setSort] = useState<Sort | undefined>(initial)
  const sorted = useMemo(() => {
    const by = columns.find((column) => column.key === sort?.key)?.sortBy
    if (!rows || !sort || !by) return rows
    const sign = sort.direction === 'ascending' ? 1 : -1
    return [...rows].sort((a, b) => sign * compare(by(a), by(b)))
  }, [rows, columns, sort])
  const toggle = (key: string) =>
    setSort((now) => {
      if (now?.key !== key) return { key, direction: 'ascending' }
      return now.direction === 'ascending' ? { key, direction: 'descending' } : initial
    })
  return { sorted, sort, toggle }
}
