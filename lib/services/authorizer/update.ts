import { z } from 'zod'
import { putAuthorizer } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { schemeNameSchema } from '../route/schemas'
import { defineVerb } from '../verb'
import { authorizerInputSchema } from './schemas'

/** Replaces an authorizer, `authorizer` being its name until now. Throws AppError `not_found`, `conflict` or `invalid_document`. */
export const updateAuthorizer = defineVerb({
  role: 'editor',
  summary: 'Replace an authorizer of an API; its routes follow a new name',
  input: z.intersection(z.object({ api: apiIdSchema, authorizer: schemeNameSchema }), authorizerInputSchema),
  async run(ctx, { api: id, authorizer: name, ...next }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Update the authorizer ${name}`, (api) => putAuthorizer(api.definition, api, next, name))
  },
})
