import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { functionKey } from '../world/object-keys'
import { writeWorld } from '../write-world'
import { checkScript } from './check-script'
import { getFunctionIn } from './find-function'
import { functionRefSchema } from './schemas'

const updateSchema = functionRefSchema.extend({
  handler: z.string().max(200).optional(),
  code: z.string().max(1_000_000).optional(),
  /** The whole environment; null keeps the stored value of that name. */
  environment: z.record(z.string().max(128), z.string().max(4096).nullable()).optional(),
  timeoutMs: z.number().optional(),
  memoryMb: z.number().optional(),
  events: z
    .array(z.object({ name: z.string(), event: z.string() }))
    .max(100)
    .optional(),
})

/** Changes what is given. Throws AppError `invalid_document`, with the place in the code, for a script that does not parse. */
export const updateFunction = defineVerb({
  role: 'editor',
  summary: 'Change code, handler, limits, environment or test events of a function',
  input: updateSchema,
  async run(ctx, { account, region, name, ...given }): Promise<WriteResult> {
    const ref = { account, region, name }
    const object = { kind: 'function', key: functionKey(ref) } as const
    return writeWorld(ctx, { object, note: `Update the function ${name}` }, async (world) => {
      getFunctionIn(world, ref)
      const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const built = await applyDocument(ctx.ports, world, { gatehouse: 1, functions: [{ ...ref, ...fields }] }, 'merge')
      await checkScript(ctx.ports, getFunctionIn(built.world, ref), '/code')
      return built
    })
  },
})
