import { z } from 'zod'
import { renameDefinition } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'
import { editedText } from './edit-definition'
import { getApiIn } from './find-api'
import { apiIdSchema, apiNameSchema, definitionSchema } from './schemas'

/**
 * Changes what is given. The name is the definition's `info.title`. A definition without
 * x-amazon-apigateway-policy leaves the resource policy as it is.
 * Throws AppError `invalid_document` with pointers into the definition.
 */
export const updateApi = defineVerb({
  role: 'editor',
  summary: 'Change name, endpoint type or OpenAPI definition of an API',
  input: z.object({
    api: apiIdSchema,
    name: apiNameSchema.optional(),
    endpointType: z.enum(['REGIONAL', 'EDGE']).optional(),
    definition: definitionSchema.optional(),
  }),
  async run(ctx, { api: id, name, endpointType, definition }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `Update the API ${id}` }, (world) => {
      const api = getApiIn(world, id)
      const text = name === undefined ? definition : editedText(renameDefinition(definition ?? api.definition, api, name))
      const document = {
        gatehouse: 1,
        apis: [{ id, ...(text === undefined ? {} : { definition: text }), ...(endpointType ? { endpoint: { type: endpointType } } : {}) }],
      }
      return applyDocument(ctx.ports, world, document, 'merge', '/apis/0')
    })
  },
})
