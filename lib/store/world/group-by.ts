/** Rows by key, in the order they came; `map` turns each row on its way. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]>
export function groupBy<Row, Value>(rows: readonly Row[], keyOf: (row: Row) => string, map: (row: Row) => Value): Map<string, Value[]>
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  map: (row: Row) => unknown = (row) => row,
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [map(row)])
    else group.push(map(row))
  }
  return groups
}
