/**
 * An injective cache key: each part is written with its length, and an absent value differs from an
 * empty one, so no two different lists of values ever share an entry.
 */
export function cacheKey(parts: readonly (string | null)[]): string {
  let key = ''
  for (const part of parts) key += part === null ? '-,' : `${part.length}:${part},`
  return key
}
