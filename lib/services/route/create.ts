import { putRoute } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { routeKeyOf } from './route-key'
import { routeInputSchema } from './schemas'

/** Throws AppError `conflict` when the API has the route, `invalid_document` when it cannot be enforced. */
export const createRoute = defineVerb({
  role: 'editor',
  summary: 'Add a route to an API',
  input: routeInputSchema.extend({ api: apiIdSchema }),
  async run(ctx, { api: id, ...route }): Promise<WriteResult> {
    const key = routeKeyOf(route)
    return editDefinition(ctx, id, `Add the route ${key}`, (api) => {
      if (api.derived.routes.some((other) => other.key === key)) throw new AppError('conflict', `The API has a route ${key}.`)
      return putRoute(api.definition, null, route)
    })
  },
})
