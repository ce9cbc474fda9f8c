import { z } from 'zod'
import type { RequestDetail } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'

/** Throws AppError `not_found` when the request is unknown, sampled away or too old. */
export const getRequest = defineVerb({
  role: 'viewer',
  summary: 'One request of the gateway with its decision tree',
  input: z.object({ id: z.string().min(1).max(100) }),
  async run({ ports }, { id }): Promise<RequestDetail> {
    const found = await ports.requests.find(id)
    if (found === null) throw new AppError('not_found', 'There is no record of this request.')
    return found
  },
})
