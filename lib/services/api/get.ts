import { z } from 'zod'
import type { ApiDetail } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { readObject } from '../world/read-object'
import { getApiIn } from './find-api'
import { apiIdSchema } from './schemas'
import { toApiDetail } from './to-view'

export const getApi = defineVerb({
  role: 'viewer',
  summary: 'Read an API: definition, routes, authorizers, stages, resource policy',
  input: z.object({ api: apiIdSchema }),
  async run(ctx, { api: id }): Promise<ApiDetail> {
    const { world, touched } = await readObject(ctx, { kind: 'api', key: id }, `API ${id}`)
    return toApiDetail(getApiIn(world, id), touched, ctx.ports.settings)
  },
})
