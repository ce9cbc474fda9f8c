import { z } from 'zod'
import type { RequestView } from '../../domain/console-api'
import { defineVerb } from '../verb'

export const listRequests = defineVerb({
  role: 'viewer',
  summary: 'Requests of the gateway, newest first',
  input: z.object({
    api: z.string().max(100).optional(),
    outcome: z.enum(['allow', 'deny', 'depends', 'error']).optional(),
    /** Request id or time that the page before ended with. */
    before: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  async run({ ports }, query): Promise<{ items: readonly RequestView[] }> {
    return { items: await ports.requests.list(query) }
  },
})
