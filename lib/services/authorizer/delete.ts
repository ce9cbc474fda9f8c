import { z } from 'zod'
import { deleteAuthorizer as withoutAuthorizer } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { schemeNameSchema } from '../route/schemas'
import { defineVerb } from '../verb'

/** Throws AppError `not_found`, or `conflict` while a route uses it: the route would be open without it. */
export const deleteAuthorizer = defineVerb({
  role: 'editor',
  summary: 'Delete an authorizer that no route uses',
  input: z.object({ api: apiIdSchema, authorizer: schemeNameSchema }),
  async run(ctx, { api: id, authorizer: name }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Delete the authorizer ${name}`, (api) => withoutAuthorizer(api.definition, api, name))
  },
})
