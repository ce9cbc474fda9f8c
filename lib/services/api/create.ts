import { z } from 'zod'
import { emptyDefinition } from '../../domain'
import type { CreateApiInput, WriteResult } from '../../domain/console-api'
import { newApiId } from '../ids'
import { accountIdSchema, regionSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { withAccount } from '../world/with-account'
import { writeWorld } from '../write-world'
import { apiNameSchema, stageNameSchema } from './schemas'

const createSchema = z.object({
  name: apiNameSchema,
  protocol: z.enum(['REST', 'HTTP']),
  account: accountIdSchema,
  region: regionSchema,
  stage: stageNameSchema,
}) satisfies z.ZodType<CreateApiInput>

/** Makes an API without routes, so that nothing is open. An account that the workspace lacks is added. */
export const createApi = defineVerb({
  role: 'editor',
  summary: 'Create an API without routes',
  input: createSchema,
  async run(ctx, { name, protocol, account, region, stage }): Promise<WriteResult & { id: string }> {
    const id = newApiId(ctx.ports)
    const definition = emptyDefinition({ name, protocol })
    const api = { id, account, region, protocol, endpoint: { type: 'REGIONAL' }, stages: [{ name: stage, variables: {} }], definition }
    const written = await writeWorld(ctx, { object: { kind: 'api', key: id }, note: `Create the API ${name}` }, (world) =>
      applyDocument(ctx.ports, withAccount(world, account), { gatehouse: 1, apis: [api] }, 'merge', '/apis/0'),
    )
    return { ...written, id }
  },
})
