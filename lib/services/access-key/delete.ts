import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { accessKeyIdSchema, changeAccessKeys } from './change-access-keys'

/** Throws AppError `not_found`. */
export const deleteAccessKey = defineVerb({
  role: 'editor',
  summary: 'Delete an access key',
  input: z.object({ id: accessKeyIdSchema }),
  async run(ctx, { id }): Promise<WriteResult> {
    const object = { kind: 'accessKey', key: id } as const
    return writeWorld(ctx, { object, note: `Delete the access key ${id}` }, (world) => ({ world: changeAccessKeys(world, id, () => null) }))
  },
})
