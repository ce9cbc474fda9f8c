import { z } from 'zod'
import type { FunctionSummary } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { functionKey } from '../world/object-keys'
import { NEVER } from '../world/read-object'
import { usesOfFunction } from './find-function'

export const listFunctions = defineVerb({
  role: 'viewer',
  summary: 'List the authorizer functions',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly FunctionSummary[] }> {
    const touched = await ports.config.touchedAll('function')
    const world = ports.enforcedWorld()
    const items = world.functions.map((fn) => ({
      account: fn.account,
      region: fn.region,
      name: fn.name,
      usedBy: usesOfFunction(world, fn),
      changed: touched.get(functionKey(fn)) ?? NEVER,
    }))
    return { items }
  },
})
