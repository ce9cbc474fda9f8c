import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { getPoolIn, usesOfPool } from './find-pool'
import { poolIdSchema } from './schemas'

/** Throws AppError `conflict` while an authorizer accepts the pool's tokens. */
export const deletePool = defineVerb({
  role: 'editor',
  summary: 'Delete a user pool with its users',
  input: z.object({ pool: poolIdSchema }),
  async run(ctx, { pool: id }): Promise<WriteResult> {
    const object = { kind: 'userPool', key: id } as const
    return writeWorld(ctx, { object, note: `Delete the user pool ${id}`, users: true }, (world) => {
      getPoolIn(world, id)
      const uses = usesOfPool(world, id)
      if (uses.length > 0)
        throw new AppError('conflict', `The authorizer ${uses[0]!.authorizer} of API ${uses[0]!.api} accepts its tokens.`)
      return { world: { ...world, userPools: world.userPools.filter((pool) => pool.id !== id) } }
    })
  },
})
