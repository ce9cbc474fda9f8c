import { putRoute } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { routeInputSchema, routeKeySchema } from './schemas'

/** Replaces a route, which may move to another method and path. Throws AppError `not_found`, `conflict` or `invalid_document`. */
export const updateRoute = defineVerb({
  role: 'editor',
  summary: 'Replace a route of an API; it may move to another method and path',
  input: routeInputSchema.extend({ api: apiIdSchema, key: routeKeySchema }),
  async run(ctx, { api: id, key, ...route }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Update the route ${key}`, (api) => putRoute(api.definition, api, route, key))
  },
})
