import { z } from 'zod'
import { putAuthorizer } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { schemeNameSchema } from '../route/schemas'
import { defineVerb } from '../verb'
import { authorizerInputSchema } from './schemas'
import { requireAuthorizer } from './uses-of-authorizer'

/** Replaces an authorizer, `authorizer` being its name until now. Throws AppError `not_found`, `conflict` or `invalid_document`. */
export const updateAuthorizer = defineVerb({
  role: 'editor',
  summary: 'Replace an authorizer of an API',
  input: z.intersection(z.object({ api: apiIdSchema, authorizer: schemeNameSchema }), authorizerInputSchema),
  async run(ctx, { api: id, authorizer: name, ...next }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Update the authorizer ${name}`, (api) => {
      requireAuthorizer(api, name)
      const taken = next.name !== name && api.derived.authorizers.some((other) => other.name === next.name)
      if (taken) throw new AppError('conflict', `The API has an authorizer ${next.name}.`)
      return putAuthorizer(api.definition, name, next)
    })
  },
})
