import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { changePool } from './find-pool'
import { poolIdSchema } from './schemas'

/** Throws AppError `not_found`. */
export const deletePoolClient = defineVerb({
  role: 'editor',
  summary: 'Delete an app client of a user pool',
  input: z.object({ pool: poolIdSchema, client: z.string().min(1).max(128) }),
  async run(ctx, { pool: id, client }): Promise<WriteResult> {
    const object = { kind: 'userPool', key: id } as const
    return writeWorld(ctx, { object, note: `Delete the app client ${client} of ${id}` }, (world) => ({
      world: changePool(world, id, (pool) => {
        if (!pool.clients.some((item) => item.id === client)) throw new AppError('not_found', `The pool has no app client ${client}.`)
        return { ...pool, clients: pool.clients.filter((item) => item.id !== client) }
      }),
    }))
  },
})
