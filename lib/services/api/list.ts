import { z } from 'zod'
import type { ApiSummary } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { NEVER } from '../world/read-object'
import { toApiSummary } from './to-view'

export const listApis = defineVerb({
  role: 'viewer',
  summary: 'List the APIs',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly ApiSummary[] }> {
    const touched = await ports.config.touchedAll('api')
    return { items: ports.enforcedWorld().apis.map((api) => toApiSummary(api, touched.get(api.id) ?? NEVER)) }
  },
})
