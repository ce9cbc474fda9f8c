const CONTEXT_LINES = 3
/** Beyond this many differing lines the middle is shown as replaced whole: the search grows with their square. */
const EDITS_MAX = 400

interface Line {
  readonly mark: ' ' | '-' | '+'
  readonly text: string
}

/**
 * Returns the unified diff of two texts, line by line, with three lines of context and without file headers;
 * empty when the texts are equal. Source: GNU diffutils manual, "Detailed Description of Unified Format".
 */
export function unifiedDiff(before: string, after: string): string {
  if (before === after) return ''
  return hunks(diffLines(linesOf(before), linesOf(after))).join('\n')
}

function linesOf(text: string): readonly string[] {
  if (text === '') return []
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function diffLines(a: readonly string[], b: readonly string[]): readonly Line[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: ' ', text }))
  const middle = shortestEdit(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))]
}

/** Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, the greedy form. */
function shortestEdit(a: readonly string[], b: readonly string[]): readonly Line[] {
  const replaced: readonly Line[] = [...a.map((text): Line => ({ mark: '-', text })), ...b.map((text): Line => ({ mark: '+', text }))]
  if (a.length === 0 || b.length === 0) return replaced
  const furthest = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let edits = 0; edits <= Math.min(a.length + b.length, EDITS_MAX); edits++) {
    trace.push(new Map(furthest))
    for (let k = -edits; k <= edits; k += 2) {
      let x = goesDown(furthest, k, edits) ? at(furthest, k + 1) : at(furthest, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace)
    }
  }
  return replaced
}

function at(furthest: ReadonlyMap<number, number>, k: number): number {
  return furthest.get(k) ?? -1
}

function goesDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1))
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly ReadonlyMap<number, number>[]): readonly Line[] {
  const lines: Line[] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Map<number, number>()
    const k = x - y
    const previousK = goesDown(furthest, k, edits) ? k + 1 : k - 1
    const previousX = edits === 0 ? 0 : at(furthest, previousK)
    const previousY = edits === 0 ? 0 : previousX - previousK
    while (x > previousX && y > previousY) {
      lines.push({ mark: ' ', text: a[--x] ?? '' })
      y--
    }
    if (edits === 0) break
    if (x === previousX) lines.push({ mark: '+', text: b[--y] ?? '' })
    else lines.push({ mark: '-', text: a[--x] ?? '' })
  }
  return lines.reverse()
}

/** The changed stretches with their context; those that touch are one. */
function hunks(lines: readonly Line[]): readonly string[] {
  const shown = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (line.mark === ' ') continue
    for (let near = index - CONTEXT_LINES; near <= index + CONTEXT_LINES; near++) shown.add(near)
  }
  const output: string[] = []
  const position = { before: 1, after: 1 }
  let hunk: Line[] = []
  for (const [index, line] of lines.entries()) {
    if (shown.has(index)) hunk.push(line)
    if (hunk.length > 0 && !shown.has(index + 1)) {
      output.push(header(hunk, position), ...hunk.map(({ mark, text }) => mark + text))
      hunk = []
    }
    if (!shown.has(index)) advance(position, [line])
  }
  if (hunk.length > 0) output.push(header(hunk, position), ...hunk.map(({ mark, text }) => mark + text))
  return output
}

function header(hunk: readonly Line[], position: { before: number; after: number }): string {
  const removed = hunk.filter((line) => line.mark !== '+').length
  const added = hunk.filter((line) => line.mark !== '-').length
  const text = `@@ -${range(position.before, removed)} +${range(position.after, added)} @@`
  advance(position, hunk)
  return text
}

/** An empty side names the line before it. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`
}

function advance(position: { before: number; after: number }, lines: readonly Line[]): void {
  for (const { mark } of lines) {
    if (mark !== '+') position.before++
    if (mark !== '-') position.after++
  }
}
