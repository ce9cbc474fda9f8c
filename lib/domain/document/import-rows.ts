import type { ImportRow } from '../console-api'

/** Collects the rows of an import report; the same field met many times is one row with a count. */
export class ImportRows {
  private readonly rows = new Map<string, { row: ImportRow; count: number }>()

  add(row: ImportRow): void {
    const key = `${row.treatment}\n${row.what}\n${row.why}`
    const known = this.rows.get(key)
    if (known) known.count += 1
    else this.rows.set(key, { row, count: 1 })
  }

  get list(): readonly ImportRow[] {
    return [...this.rows.values()].map(({ row, count }) => (count === 1 ? row : { ...row, what: `${row.what} (${count} times)` }))
  }
}
