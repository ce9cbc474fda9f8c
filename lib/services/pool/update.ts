import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { changePool } from './find-pool'
import { poolIdSchema } from './schemas'

export const updatePool = defineVerb({
  role: 'editor',
  summary: 'Rename a user pool',
  input: z.object({ pool: poolIdSchema, name: z.string().trim().min(1).max(128) }),
  async run(ctx, { pool: id, name }): Promise<WriteResult> {
    const object = { kind: 'userPool', key: id } as const
    return writeWorld(ctx, { object, note: `Rename the user pool ${id}` }, (world) => ({
      world: changePool(world, id, (pool) => ({ ...pool, name })),
    }))
  },
})
