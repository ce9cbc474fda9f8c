import type { TextRange } from '../types'
import type { JsonProblem } from './node'

const PROBLEMS_MAX = 50

/** The reader's place in the text and the problems found so far. */
export interface TextCursor {
  readonly text: string
  readonly depthMax: number
  readonly problems: JsonProblem[]
  offset: number
}

export function report(cursor: TextCursor, code: JsonProblem['code'], range: TextRange, message: string): void {
  if (cursor.problems.length < PROBLEMS_MAX) cursor.problems.push({ code, range, message })
}

export function reportHere(cursor: TextCursor, message: string): void {
  const start = Math.min(cursor.offset, cursor.text.length)
  report(cursor, 'syntax', { start, end: Math.min(start + 1, cursor.text.length) }, message)
}

/** Skips white space; a comment is skipped too, and reported. */
export function skipSpace(cursor: TextCursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.offset)
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) cursor.offset++
    else if (code === 0x2f && !skipComment(cursor)) return
    else if (code !== 0x2f) return
  }
}

function skipComment(cursor: TextCursor): boolean {
  const start = cursor.offset
  const next = cursor.text[start + 1]
  if (next !== '/' && next !== '*') return false
  const close = next === '/' ? cursor.text.indexOf('\n', start) : cursor.text.indexOf('*/', start + 2)
  cursor.offset = close < 0 ? cursor.text.length : next === '/' ? close : close + 2
  report(cursor, 'syntax', { start, end: cursor.offset }, 'JSON has no comments. Remove this one.')
  return true
}
