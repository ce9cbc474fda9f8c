import type { JsonNode } from './node'
import { report, type TextCursor } from './text-cursor'

const WORD = /[^\s,:[\]{}"']+/y
const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/

/** Reads a number, true, false, null, or a bare word (reported, and read as a string). Null when nothing stands there. */
export function readScalar(cursor: TextCursor): JsonNode | null {
  WORD.lastIndex = cursor.offset
  const raw = WORD.exec(cursor.text)?.[0]
  if (raw === undefined) return null
  const range = { start: cursor.offset, end: cursor.offset + raw.length }
  cursor.offset = range.end
  if (raw === 'true' || raw === 'false') return { type: 'boolean', range, value: raw === 'true' }
  if (raw === 'null') return { type: 'null', range }
  if (NUMBER.test(raw)) return { type: 'number', range, value: Number(raw), raw }
  report(cursor, 'syntax', range, 'This is not a JSON value. A text needs double quotes.')
  return { type: 'string', range, value: raw }
}
