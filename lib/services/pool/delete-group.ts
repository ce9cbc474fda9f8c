import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import type { PoolUser } from '../../domain/world'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { changePool } from './find-pool'
import { groupNameSchema, poolIdSchema } from './schemas'

/** Its users leave the group. Throws AppError `not_found`. */
export const deletePoolGroup = defineVerb({
  role: 'editor',
  summary: 'Delete a group of a user pool',
  input: z.object({ pool: poolIdSchema, group: groupNameSchema }),
  async run(ctx, { pool: id, group }): Promise<WriteResult> {
    const object = { kind: 'userPool', key: id } as const
    const leave = (user: PoolUser): PoolUser =>
      user.groups.includes(group) ? { ...user, groups: user.groups.filter((name) => name !== group) } : user
    return writeWorld(ctx, { object, note: `Delete the group ${group} of ${id}`, users: true }, (world) => ({
      world: changePool(world, id, (pool) => {
        if (!pool.groups.some((item) => item.name === group)) throw new AppError('not_found', `The pool has no group ${group}.`)
        return { ...pool, groups: pool.groups.filter((item) => item.name !== group), users: pool.users.map(leave) }
      }),
    }))
  },
})
