import { z } from 'zod'
import type { ApiPolicyView } from '../../domain/console-api'
import { getApiIn } from '../api/find-api'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { readObject } from '../world/read-object'

export const getApiPolicy = defineVerb({
  role: 'viewer',
  summary: "Read an API's resource policy as it was saved",
  input: z.object({ api: apiIdSchema }),
  async run(ctx, { api: id }): Promise<ApiPolicyView> {
    const { world, touched } = await readObject(ctx, { kind: 'api', key: id }, `API ${id}`)
    return { etag: String(touched.revision), text: getApiIn(world, id).policy }
  },
})
