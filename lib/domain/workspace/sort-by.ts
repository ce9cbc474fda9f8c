/** Returns a sorted copy, by code unit order of the key, which is the same on every machine. */
export function sortBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => compare(keyOf(a), keyOf(b)))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
