import type { JsonMember, JsonNode, JsonReading } from './node'
import { readScalar } from './read-scalar'
import { readString } from './read-string'
import { report, reportHere, skipSpace, type TextCursor } from './text-cursor'

const DEPTH_MAX = 64

/**
 * Reads JSON and keeps where everything stands. Never throws: what is wrong is a problem with its
 * range, and reading goes on behind it. A byte order mark is skipped. Repeated keys are problems.
 * `depthMax` bounds the nesting of objects and arrays. Source: RFC 8259.
 */
export function readJson(text: string, depthMax: number = DEPTH_MAX): JsonReading {
  const cursor: TextCursor = { text, depthMax, problems: [], offset: text.charCodeAt(0) === 0xfeff ? 1 : 0 }
  skipSpace(cursor)
  if (cursor.offset >= text.length) {
    report(cursor, 'syntax', { start: 0, end: text.length }, 'The text is empty.')
    return { root: null, problems: cursor.problems }
  }
  const root = readValue(cursor, 0)
  if (root === null && cursor.problems.length === 0) reportHere(cursor, 'A JSON value is missing here.')
  skipSpace(cursor)
  if (root !== null && cursor.offset < text.length) {
    report(cursor, 'syntax', { start: cursor.offset, end: text.length }, 'Nothing may follow the end of the document.')
  }
  return { root, problems: cursor.problems }
}

function readValue(cursor: TextCursor, depth: number): JsonNode | null {
  const char = cursor.text[cursor.offset]
  if (char === '"' || char === "'") return readString(cursor)
  if (char !== '{' && char !== '[') return readScalar(cursor)
  if (depth >= cursor.depthMax) {
    report(
      cursor,
      'tooDeep',
      { start: cursor.offset, end: cursor.offset + 1 },
      `The document is nested deeper than ${cursor.depthMax} levels.`,
    )
    cursor.offset = cursor.text.length
    return null
  }
  return char === '{' ? readObject(cursor, depth + 1) : readArray(cursor, depth + 1)
}

function readArray(cursor: TextCursor, depth: number): JsonNode {
  const start = cursor.offset++
  const items: JsonNode[] = []
  for (;;) {
    if (atClose(cursor, ']', items.length > 0, start)) break
    const item = readValue(cursor, depth)
    if (item === null) {
      if (cursor.offset >= cursor.text.length || isForeignClose(cursor, ']')) continue
      reportHere(cursor, 'A value is missing here.')
      cursor.offset++
      continue
    }
    items.push(item)
    if (!endOfEntry(cursor, ']')) break
  }
  return { type: 'array', range: { start, end: cursor.offset }, items }
}

function readObject(cursor: TextCursor, depth: number): JsonNode {
  const start = cursor.offset++
  const members: JsonMember[] = []
  const seen = new Set<string>()
  for (;;) {
    if (atClose(cursor, '}', members.length > 0, start)) break
    const member = readMember(cursor, depth)
    if (member === 'stop') continue
    if (member !== null) {
      const { key } = member
      if (seen.has(key.value))
        report(cursor, 'duplicateKey', key.range, `The key ${JSON.stringify(key.value)} is already used in this object.`)
      seen.add(key.value)
      members.push(member)
    }
    if (!endOfEntry(cursor, '}')) break
  }
  return { type: 'object', range: { start, end: cursor.offset }, members }
}

function readMember(cursor: TextCursor, depth: number): JsonMember | null | 'stop' {
  const key = readValue(cursor, depth)
  if (key === null) {
    if (cursor.offset >= cursor.text.length || isForeignClose(cursor, '}')) return 'stop'
    reportHere(cursor, 'A key in double quotes is expected here.')
    cursor.offset++
    return 'stop'
  }
  if (key.type !== 'string') {
    report(cursor, 'syntax', key.range, 'A key must be a string in double quotes.')
    return null
  }
  skipSpace(cursor)
  if (cursor.text[cursor.offset] !== ':') {
    reportHere(cursor, 'A colon and a value are missing after this key.')
    return null
  }
  cursor.offset++
  skipSpace(cursor)
  const value = readValue(cursor, depth)
  if (value === null) {
    reportHere(cursor, 'The value of this key is missing.')
    return null
  }
  return { key, value }
}

/** True when the container ends here: its bracket, the bracket of an outer one, or the end of the text. */
function atClose(cursor: TextCursor, close: string, afterComma: boolean, start: number): boolean {
  skipSpace(cursor)
  const char = cursor.text[cursor.offset]
  if (char === close) {
    if (afterComma)
      report(cursor, 'syntax', { start: cursor.offset, end: cursor.offset + 1 }, 'There is a comma too many before this bracket.')
    cursor.offset++
    return true
  }
  if (char === undefined || isForeignClose(cursor, close)) {
    report(cursor, 'syntax', { start, end: start + 1 }, `This bracket is never closed. Add ${close}.`)
    return true
  }
  return false
}

function isForeignClose(cursor: TextCursor, close: string): boolean {
  const char = cursor.text[cursor.offset]
  return char !== close && (char === '}' || char === ']')
}

/** Eats the comma after an entry. False when the container ended. */
function endOfEntry(cursor: TextCursor, close: string): boolean {
  skipSpace(cursor)
  const char = cursor.text[cursor.offset]
  if (char === ',') {
    cursor.offset++
    return true
  }
  if (char === close) {
    cursor.offset++
    return false
  }
  if (char !== undefined && !isForeignClose(cursor, close)) reportHere(cursor, 'A comma is missing here.')
  if (char === ':' || char === undefined) cursor.offset = Math.min(cursor.offset + 1, cursor.text.length)
  return true
}
