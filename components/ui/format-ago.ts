const STEPS: readonly (readonly [unit: string, lengthMs: number])[] = [
  ['y', 31_536_000_000],
  ['mo', 2_592_000_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** `just now`, `12 s ago`, `3 d ago`. */
export function formatAgo(elapsedMs: number): string {
  for (const [unit, lengthMs] of STEPS) {
    if (elapsedMs >= lengthMs) return `${Math.floor(elapsedMs / lengthMs)} ${unit} ago`
  }
  return 'just now'
}
