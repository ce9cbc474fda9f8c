import { pointerTo } from '../document/pointer'
import type { ApplyContext } from './world-context'

interface Merge<Stored, Doc> {
  readonly stored: readonly Stored[]
  /** What the document says; undefined when it does not name the list. */
  readonly given: readonly Doc[] | undefined
  readonly pointer: string
  readonly storedKey: (item: Stored) => string
  readonly givenKey: (item: Doc) => string
  readonly build: (item: Doc, stored: Stored | undefined, pointer: string) => Stored | Promise<Stored>
}

/** Replaces a keyed list by the document's, or upserts by key and deletes nothing, as the mode says. */
export async function mergeList<Stored, Doc>(context: ApplyContext, list: Merge<Stored, Doc>): Promise<readonly Stored[]> {
  const byKey = new Map(list.stored.map((item) => [list.storedKey(item), item]))
  const result = context.mode === 'merge' ? new Map(byKey) : new Map<string, Stored>()
  let index = 0
  for (const item of list.given ?? []) {
    const key = list.givenKey(item)
    result.set(key, await list.build(item, byKey.get(key), pointerTo(list.pointer, index)))
    index += 1
  }
  return [...result.values()]
}

/** The value that the document gives, else in a merge the stored one, else the default. */
export function choose<T>(context: ApplyContext, given: T | undefined, stored: T | undefined, otherwise: T): T {
  if (given !== undefined) return given
  return context.mode === 'merge' && stored !== undefined ? stored : otherwise
}
