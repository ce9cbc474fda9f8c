import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { functionKey } from '../world/object-keys'
import { writeWorld } from '../write-world'
import { getFunctionIn, isFunction, usesOfFunction } from './find-function'
import { functionRefSchema } from './schemas'

/** Throws AppError `conflict` while an authorizer calls the function. */
export const deleteFunction = defineVerb({
  role: 'editor',
  summary: 'Delete a function that no authorizer calls',
  input: functionRefSchema,
  async run(ctx, ref): Promise<WriteResult> {
    const object = { kind: 'function', key: functionKey(ref) } as const
    return writeWorld(ctx, { object, note: `Delete the function ${ref.name}` }, (world) => {
      getFunctionIn(world, ref)
      const uses = usesOfFunction(world, ref)
      if (uses.length > 0) throw new AppError('conflict', `The authorizer ${uses[0]!.authorizer} of API ${uses[0]!.api} calls it.`)
      return { world: { ...world, functions: world.functions.filter((fn) => !isFunction(fn, ref)) } }
    })
  },
})
