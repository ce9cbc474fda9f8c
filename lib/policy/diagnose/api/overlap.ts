/** One step of a pattern or route, for asking whether both have a text in common. */
export type Step =
  | { readonly type: 'char'; readonly char: string }
  /** One character; without `slash` any but "/". */
  | { readonly type: 'one'; readonly slash: boolean }
  /** Any number of characters, none too. */
  | { readonly type: 'run'; readonly slash: boolean }

const SEGMENT: readonly Step[] = [
  { type: 'one', slash: false },
  { type: 'run', slash: false },
]
const REST: readonly Step[] = [
  { type: 'one', slash: true },
  { type: 'run', slash: true },
]

/** The steps of a resource pattern. With `starsStopAtSlash` only a star at the very end crosses "/". */
export function patternSteps(pattern: string, starsStopAtSlash = false): readonly Step[] {
  const chars = [...pattern.replace(/\$\{[^}]{0,256}\}/g, '*')]
  return chars.map((char, index) => {
    if (char === '*') return { type: 'run', slash: !starsStopAtSlash || index === chars.length - 1 }
    return char === '?' ? { type: 'one', slash: !starsStopAtSlash } : { type: 'char', char }
  })
}

/** The steps of every request of a route, as `stage/METHOD/path`; null is any stage. */
export function routeSteps(stage: string | null, method: string, path: string): readonly Step[] {
  const fixed = (text: string): Step[] => [...text].map((char) => ({ type: 'char', char }))
  const verb = method === 'ANY' ? SEGMENT : fixed(method)
  const pieces = path.split(/(\{[^}]*\})/).flatMap((piece) => {
    if (!/^\{.*\}$/.test(piece)) return fixed(piece)
    return piece.endsWith('+}') ? REST : SEGMENT
  })
  return [...(stage === null ? SEGMENT : fixed(stage)), ...fixed('/'), ...verb, ...pieces]
}

/** True when some text follows both. */
export function overlaps(left: readonly Step[], right: readonly Step[]): boolean {
  const width = right.length + 1
  const seen = new Uint8Array((left.length + 1) * width)
  const open = [0]
  const visit = (i: number, j: number) => {
    const state = i * width + j
    if (seen[state] === 1) return
    seen[state] = 1
    open.push(state)
  }
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const i = Math.floor(state / width)
    const j = state % width
    const a = left[i]
    const b = right[j]
    if (a === undefined && b === undefined) return true
    if (a?.type === 'run') visit(i + 1, j)
    if (b?.type === 'run') visit(i, j + 1)
    if (a !== undefined && b !== undefined && shareChar(a, b)) visit(a.type === 'run' ? i : i + 1, b.type === 'run' ? j : j + 1)
  }
  return false
}

function shareChar(a: Step, b: Step): boolean {
  if (a.type === 'char') return b.type === 'char' ? a.char === b.char : b.slash || a.char !== '/'
  return b.type === 'char' ? a.slash || b.char !== '/' : true
}
