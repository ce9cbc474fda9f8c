import { standsAt } from './same-text'

/**
 * A glob taken apart at its stars: the text must begin with the first chunk, end with the last and
 * hold the others in between, in order. Matching looks for the leftmost place of each chunk, so it
 * never backtracks. Source: IAM user guide, reference_policies_elements_resource, wildcards.
 */
export interface Glob {
  /** One more than there are stars. */
  readonly chunks: readonly Chunk[]
}

export interface Chunk {
  readonly text: string
  /** Positions where any one UTF-16 unit stands, or null when there are none. */
  readonly anyAt: readonly number[] | null
}

/** A piece of a pattern: text to be taken literally, or a wildcard. */
export type Token = string | { readonly wildcard: '*' | '?' }

const STAR: Token = { wildcard: '*' }
const ANY: Token = { wildcard: '?' }

/** The tokens of a pattern text: `*` and `?` are wildcards, all else is literal. */
export function tokenize(pattern: string): Token[] {
  return pattern.split(/([*?])/).flatMap((piece) => (piece === '' ? [] : [piece === '*' ? STAR : piece === '?' ? ANY : piece]))
}

export function compileGlob(tokens: readonly Token[]): Glob {
  const chunks: Chunk[] = []
  let text = ''
  let anyAt: number[] = []
  const close = () => {
    chunks.push({ text, anyAt: anyAt.length > 0 ? anyAt : null })
    text = ''
    anyAt = []
  }
  for (const token of tokens) {
    if (typeof token === 'string') text += token
    else if (token.wildcard === '*') close()
    else {
      anyAt.push(text.length)
      text += '?'
    }
  }
  close()
  return { chunks: chunks.filter((chunk, index) => chunk.text !== '' || index === 0 || index === chunks.length - 1) }
}

export function parseGlob(pattern: string): Glob {
  return compileGlob(tokenize(pattern))
}

/** True when the glob matches all of `text` between the two offsets. */
export function matchesGlob(glob: Glob, text: string, start = 0, end: number = text.length): boolean {
  const { chunks } = glob
  const first = chunks[0]!
  const firstEnd = start + first.text.length
  if (chunks.length === 1) return firstEnd === end && chunkAt(first, text, start)
  const last = chunks[chunks.length - 1]!
  const lastStart = end - last.text.length
  if (lastStart < firstEnd || !chunkAt(first, text, start) || !chunkAt(last, text, lastStart)) return false
  let offset = firstEnd
  for (let index = 1; index < chunks.length - 1; index++) {
    const chunk = chunks[index]!
    const found = findChunk(chunk, text, offset, lastStart)
    if (found < 0) return false
    offset = found + chunk.text.length
  }
  return true
}

function chunkAt(chunk: Chunk, text: string, offset: number): boolean {
  if (chunk.anyAt === null) return standsAt(chunk.text, text, offset)
  let from = 0
  for (const at of chunk.anyAt) {
    if (!standsAt(chunk.text, text, offset, from, at)) return false
    from = at + 1
  }
  return standsAt(chunk.text, text, offset, from)
}

/** The leftmost offset where the chunk stands wholly before `end`, or -1. */
function findChunk(chunk: Chunk, text: string, start: number, end: number): number {
  const lastStart = end - chunk.text.length
  if (chunk.anyAt === null) {
    const found = text.indexOf(chunk.text, start)
    return found <= lastStart ? found : -1
  }
  for (let offset = start; offset <= lastStart; offset++) {
    if (chunkAt(chunk, text, offset)) return offset
  }
  return -1
}
