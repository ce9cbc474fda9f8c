import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { functionKey } from '../world/object-keys'
import { withAccount } from '../world/with-account'
import { writeWorld } from '../write-world'
import { isFunction } from './find-function'
import { functionRefSchema } from './schemas'
import { STARTER_CODE } from './starter-code'

/** The new function denies everybody. An account that the workspace lacks is added. Throws AppError `conflict`. */
export const createFunction = defineVerb({
  role: 'editor',
  summary: 'Create an authorizer function that denies until it is edited',
  input: functionRefSchema,
  async run(ctx, ref): Promise<WriteResult> {
    const object = { kind: 'function', key: functionKey(ref) } as const
    return writeWorld(ctx, { object, note: `Create the function ${ref.name}` }, (world) => {
      if (world.functions.some((fn) => isFunction(fn, ref))) throw new AppError('conflict', `There is a function ${ref.name}.`)
      const document = { gatehouse: 1, functions: [{ ...ref, handler: 'index.handler', code: STARTER_CODE }] }
      return applyDocument(ctx.ports, withAccount(world, ref.account), document, 'merge')
    })
  },
})
