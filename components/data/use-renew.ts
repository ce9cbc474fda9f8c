import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { keys } from './query-keys'

/** Returns a function that renews what a write may have changed: the given lists, the live dot, histories and open evaluations. */
export function useRenew(...lists: readonly QueryKey[]): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const stale = [...lists, keys.status, ['history'], ['evaluate']]
    await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
