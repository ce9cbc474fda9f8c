import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { getApiIn } from '../api/find-api'
import { apiIdSchema } from '../api/schemas'
import { policyDocumentSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'

/**
 * Saves the text as it is; null detaches the policy, which is not the same as an empty one. Throws
 * AppError `invalid_document` when it could not be enforced as written; pointers and ranges are those
 * of the policy's text.
 */
export const putApiPolicy = defineVerb({
  role: 'editor',
  summary: "Replace or detach an API's resource policy",
  input: z.object({ api: apiIdSchema, text: policyDocumentSchema.nullable() }),
  async run(ctx, { api: id, text }): Promise<WriteResult> {
    const note = `${text === null ? 'Detach' : 'Save'} the resource policy of ${id}`
    return writeWorld(ctx, { object: { kind: 'api', key: id }, note }, (world) => {
      getApiIn(world, id)
      return applyDocument(ctx.ports, world, { gatehouse: 1, apis: [{ id, policy: text }] }, 'merge', '/apis/0/policy')
    })
  },
})
