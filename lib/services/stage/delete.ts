import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { changeApi } from '../api/find-api'
import { apiIdSchema, stageNameSchema } from '../api/schemas'
import { defineVerb } from '../verb'
import { writeWorld } from '../write-world'

/** Deletes the stage and the saved tests that call it. Throws AppError `not_found`. */
export const deleteStage = defineVerb({
  role: 'editor',
  summary: 'Delete a stage and the saved tests that call it',
  input: z.object({ api: apiIdSchema, stage: stageNameSchema }),
  async run(ctx, { api: id, stage }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `Delete the stage ${stage} of ${id}` }, (world) => {
      const changed = changeApi(world, id, (api) => {
        if (!api.stages.some((item) => item.name === stage)) throw new AppError('not_found', `The API has no stage ${stage}.`)
        return { ...api, stages: api.stages.filter((item) => item.name !== stage) }
      })
      return { world: { ...changed, tests: changed.tests.filter((test) => test.api !== id || test.stage !== stage) } }
    })
  },
})
