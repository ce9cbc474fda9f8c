import { putRoute } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { routeInputSchema } from './schemas'

/** Throws AppError `conflict` when the API has the route, `invalid_document` when it could not be enforced. */
export const createRoute = defineVerb({
  role: 'editor',
  summary: 'Add a route to an API',
  input: routeInputSchema.extend({ api: apiIdSchema }),
  async run(ctx, { api: id, ...route }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Add the route ${route.method} ${route.path}`, (api) => putRoute(api.definition, api, route))
  },
})
