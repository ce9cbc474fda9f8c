import { z } from 'zod'
import type { StageInput, WriteResult } from '../../domain/console-api'
import { getApiIn } from '../api/find-api'
import { apiIdSchema, stageNameSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'

const putSchema = z.object({
  api: apiIdSchema,
  stage: stageNameSchema,
  variables: z.record(z.string().max(64), z.string().max(512)),
}) satisfies z.ZodType<StageInput>

export const putStage = defineVerb({
  role: 'editor',
  summary: 'Create a stage or replace its variables',
  input: putSchema,
  async run(ctx, { api: id, stage: name, variables }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `Save the stage ${name} of ${id}` }, (world) => {
      getApiIn(world, id)
      return applyDocument(ctx.ports, world, { gatehouse: 1, apis: [{ id, stages: [{ name, variables }] }] }, 'merge', '/apis/0/stages/0')
    })
  },
})
