import { z } from 'zod'
import { putAuthorizer } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { authorizerInputSchema } from './schemas'

/** Throws AppError `conflict` when the API has the authorizer, `invalid_document` when it could not be enforced. */
export const createAuthorizer = defineVerb({
  role: 'editor',
  summary: 'Add an authorizer to an API',
  input: z.intersection(z.object({ api: apiIdSchema }), authorizerInputSchema),
  async run(ctx, { api: id, ...authorizer }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Add the authorizer ${authorizer.name}`, (api) => putAuthorizer(api.definition, api, authorizer))
  },
})
