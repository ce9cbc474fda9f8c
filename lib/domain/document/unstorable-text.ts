import { pointerTo } from './pointer'
import type { Problems } from './problems'

/** U+0000, which PostgreSQL's text cannot hold, and halves of surrogate pairs, which UTF-8 cannot. */
const UNSTORABLE = /[\0\ud800-\udfff]/u
const PROBLEMS_MAX = 50

/** Names the texts and keys of plain data that could not be stored as they are, the first fifty. */
export function findUnstorableText(root: unknown, problems: Problems): void {
  const waiting: { readonly value: unknown; readonly pointer: string }[] = [{ value: root, pointer: '' }]
  let found = 0
  for (let next = waiting.pop(); next && found < PROBLEMS_MAX; next = waiting.pop()) {
    const { value, pointer } = next
    if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (UNSTORABLE.test(key)) waiting.push({ value: key, pointer })
        else waiting.push({ value: member, pointer: pointerTo(pointer, key) })
      }
    } else if (typeof value === 'string' && UNSTORABLE.test(value)) {
      problems.error(pointer, 'invalid_character', MESSAGE)
      found++
    }
  }
}

const MESSAGE = 'A text holds no U+0000 and no half of a surrogate pair.'
