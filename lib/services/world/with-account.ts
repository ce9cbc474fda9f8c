import type { World } from '../../domain/world'

/** Returns the world with this account in it; an account that is there stays as it is. */
export function withAccount(world: World, id: string, alias: string | null = null): World {
  if (world.accounts.some((account) => account.id === id)) return world
  const account = { id, alias, organization: null, users: [], groups: [], roles: [], policies: [], accessKeys: [] }
  return { ...world, accounts: [...world.accounts, account] }
}
