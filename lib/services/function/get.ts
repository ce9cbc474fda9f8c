import type { FunctionDetail } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { functionKey } from '../world/object-keys'
import { readObject } from '../world/read-object'
import { getFunctionIn, usesOfFunction } from './find-function'
import { functionRefSchema } from './schemas'

/** Values of environment variables stay out. */
export const getFunction = defineVerb({
  role: 'viewer',
  summary: 'Read an authorizer function',
  input: functionRefSchema,
  async run(ctx, ref): Promise<FunctionDetail> {
    const { world, touched } = await readObject(ctx, { kind: 'function', key: functionKey(ref) }, `function ${ref.name}`)
    const fn = getFunctionIn(world, ref)
    return {
      account: fn.account,
      region: fn.region,
      name: fn.name,
      usedBy: usesOfFunction(world, ref),
      changed: touched,
      etag: String(touched.revision),
      handler: fn.handler,
      code: fn.code,
      environmentNames: [...fn.environment.keys()],
      timeoutMs: fn.timeoutMs,
      memoryMb: fn.memoryMb,
      events: fn.events,
    }
  },
})
