import { findPool } from '../../domain'
import { AppError } from '../../domain/errors'
import type { UserPool, World } from '../../domain/world'

/** Throws AppError `not_found`. */
export function getPoolIn(world: World, id: string): UserPool {
  const pool = findPool(world, id)
  if (!pool) throw new AppError('not_found', `There is no user pool ${id}.`)
  return pool
}

/** Returns the world with one pool changed. Throws AppError `not_found`. */
export function changePool(world: World, id: string, change: (pool: UserPool) => UserPool): World {
  getPoolIn(world, id)
  return { ...world, userPools: world.userPools.map((pool) => (pool.id === id ? change(pool) : pool)) }
}

/** The authorizers that accept tokens of a pool. `api` is the API's id. */
export function usesOfPool(world: World, id: string): readonly { api: string; authorizer: string }[] {
  return world.apis.flatMap((api) =>
    api.derived.authorizers
      .filter((authorizer) => authorizer.type === 'COGNITO_USER_POOLS' && authorizer.poolIds.includes(id))
      .map((authorizer) => ({ api: api.id, authorizer: authorizer.name })),
  )
}
