import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { accessKeyIdSchema, changeAccessKeys } from './change-access-keys'

/** An inactive key signs nothing from the next request on. Throws AppError `not_found`. */
export const updateAccessKey = defineVerb({
  role: 'editor',
  summary: 'Activate or deactivate an access key',
  input: z.object({ id: accessKeyIdSchema, active: z.boolean() }),
  async run(ctx, { id, active }): Promise<WriteResult> {
    const object = { kind: 'accessKey', key: id } as const
    return writeWorld(ctx, { object, note: `${active ? 'Activate' : 'Deactivate'} the access key ${id}` }, (world) => ({
      world: changeAccessKeys(world, id, (key) => ({ ...key, active })),
    }))
  },
})
