import { z } from 'zod'
import { deleteRoute as withoutRoute } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { editDefinition } from '../api/edit-definition'
import { apiIdSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { routeKeySchema } from './schemas'

/** Throws AppError `not_found`. */
export const deleteRoute = defineVerb({
  role: 'editor',
  summary: 'Delete a route of an API',
  input: z.object({ api: apiIdSchema, key: routeKeySchema }),
  async run(ctx, { api: id, key }): Promise<WriteResult> {
    return editDefinition(ctx, id, `Delete the route ${key}`, (api) => withoutRoute(api.definition, api, key))
  },
})
