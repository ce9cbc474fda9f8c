import { matchesGlob, parseGlob } from '../match/glob'
import type { ListElement } from '../syntax/document'
import type { CompiledStatement } from './compiled-policy'

/** Prepares Action or NotAction. Case does not matter. */
export function compileAction(element: ListElement): CompiledStatement['action'] {
  const globs = element.values.map(({ value }) => parseGlob(value.toLowerCase()))
  return (action) => globs.some((glob) => matchesGlob(glob, action)) !== element.negated
}
