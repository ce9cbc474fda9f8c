import { RE2JS } from 're2js'
import type { Problems } from '../document/problems'

/** Returns the pattern when re2 can run it; otherwise says why not and returns null. */
export function readPattern(value: unknown, pointer: string, problems: Problems): string | null {
  if (typeof value !== 'string' || value.length > 4096) {
    problems.error(pointer, 'invalid_pattern', 'A pattern is text of 4096 characters at most.')
    return null
  }
  try {
    RE2JS.compile(value)
    return value
  } catch (error) {
    problems.error(pointer, 'invalid_pattern', `The pattern cannot be run: ${error instanceof Error ? error.message : 'unknown syntax'}.`)
    return null
  }
}

/** True when the whole text matches. */
export function matchesWhole(pattern: string, text: string): boolean {
  return RE2JS.compile(pattern).matches(text)
}
