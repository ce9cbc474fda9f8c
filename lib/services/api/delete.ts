import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'
import { getApiIn } from './find-api'
import { apiIdSchema } from './schemas'

/** Deletes the API with its stages and policy, and the saved tests that call it. */
export const deleteApi = defineVerb({
  role: 'editor',
  summary: 'Delete an API and the saved tests that call it',
  input: z.object({ api: apiIdSchema }),
  async run(ctx, { api: id }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `Delete the API ${id}` }, (world) => {
      getApiIn(world, id)
      const apis = world.apis.filter((api) => api.id !== id)
      return { world: { ...world, apis, tests: world.tests.filter((test) => test.api !== id) } }
    })
  },
})
