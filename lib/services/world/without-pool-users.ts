import type { World } from '../../domain/world'

/** The world that snapshots are compiled from: pool users are looked up in the store when they sign in. */
export function withoutPoolUsers(world: World): World {
  return { ...world, userPools: world.userPools.map((pool) => (pool.users.length === 0 ? pool : { ...pool, users: [] })) }
}
