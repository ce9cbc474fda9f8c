import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { changePool } from '../pool/find-pool'
import { poolIdSchema, usernameSchema } from '../pool/schemas'
import { defineVerb } from '../verb'
import { poolUserKey } from '../world/object-keys'
import { writeWorld } from '../write-world'

/** Throws AppError `not_found`. */
export const deletePoolUser = defineVerb({
  role: 'editor',
  summary: 'Delete a user of a user pool',
  input: z.object({ pool: poolIdSchema, username: usernameSchema }),
  async run(ctx, { pool: id, username }): Promise<WriteResult> {
    const object = { kind: 'userPoolUser', key: poolUserKey(id, username) } as const
    return writeWorld(ctx, { object, note: `Delete the user ${username} of ${id}`, users: true }, (world) => ({
      world: changePool(world, id, (pool) => {
        if (!pool.users.some((user) => user.username === username)) throw new AppError('not_found', `The pool has no user ${username}.`)
        return { ...pool, users: pool.users.filter((user) => user.username !== username) }
      }),
    }))
  },
})
