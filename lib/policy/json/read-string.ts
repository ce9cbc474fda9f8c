import type { JsonString } from './node'
import { report, reportHere, type TextCursor } from './text-cursor'

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Reads the string that starts at the cursor's quote. A single-quoted one is read and reported. */
export function readString(cursor: TextCursor): JsonString {
  const { text } = cursor
  const start = cursor.offset
  const quote = text[start]
  if (quote === "'") reportHere(cursor, 'Strings are written in double quotes.')
  cursor.offset++
  let value = ''
  let run = cursor.offset
  for (;;) {
    const code = text.charCodeAt(cursor.offset)
    if (Number.isNaN(code) || code === 0x0a || code === 0x0d) {
      value += text.slice(run, cursor.offset)
      report(cursor, 'syntax', { start, end: cursor.offset }, 'This string has no closing quote.')
      break
    }
    if (text[cursor.offset] === quote) {
      value += text.slice(run, cursor.offset)
      cursor.offset++
      break
    }
    if (code === 0x5c) {
      value += text.slice(run, cursor.offset) + readEscape(cursor)
      run = cursor.offset
    } else {
      if (code < 0x20) reportHere(cursor, 'A control character must be escaped in a string.')
      cursor.offset++
    }
  }
  return { type: 'string', range: { start, end: cursor.offset }, value }
}

function readEscape(cursor: TextCursor): string {
  const start = cursor.offset
  const letter = cursor.text[start + 1] ?? ''
  if (letter === 'u') {
    const hex = cursor.text.slice(start + 2, start + 6)
    if (/^[0-9a-fA-F]{4}$/.test(hex)) {
      cursor.offset = start + 6
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
  }
  const plain = ESCAPES.get(letter)
  if (plain === undefined) {
    report(cursor, 'syntax', { start, end: Math.min(start + 2, cursor.text.length) }, 'This escape sequence is not JSON.')
    cursor.offset = start + 1
    return '\\'
  }
  cursor.offset = start + 2
  return plain
}
