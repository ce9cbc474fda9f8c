/** Returns the list with the items that `match` replaced by what `change` makes of them. */
export function mapWhere<T>(list: readonly T[], match: (item: T) => boolean, change: (item: T) => T): readonly T[] {
  return list.map((item) => (match(item) ? change(item) : item))
}

/** Returns the list with `item` in place of the one that `match` finds, or at its end. */
export function upsert<T>(list: readonly T[], match: (item: T) => boolean, item: T): readonly T[] {
  return list.some(match) ? list.map((old) => (match(old) ? item : old)) : [...list, item]
}
