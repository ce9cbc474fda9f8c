import { z } from 'zod'
import type { InvokeResult } from '../../domain/console-api'
import { audit } from '../audit'
import { defineVerb } from '../verb'
import { getFunctionIn } from './find-function'
import { functionRefSchema } from './schemas'

/**
 * Runs the saved or the given code in the sandbox, with the function's own limits and environment.
 * A script that fails is a result, not an error.
 */
export const invokeFunction = defineVerb({
  role: 'editor',
  summary: 'Run the saved or the given code of a function with an event',
  input: functionRefSchema.extend({ event: z.unknown(), code: z.string().max(1_000_000).optional() }),
  async run(ctx, { event, code, ...ref }): Promise<InvokeResult> {
    const saved = getFunctionIn(ctx.ports.enforcedWorld(), ref)
    const result = await ctx.ports.scripts.invoke(code === undefined ? saved : { ...saved, code }, event ?? null)
    await audit(ctx, 'Invoke the function', `function ${ref.account}/${ref.region}/${ref.name}`)
    const { durationMs, logs } = result
    if (result.ok) return { ok: true, value: result.value, errorType: null, errorMessage: null, durationMs, logs }
    return { ok: false, value: null, errorType: result.errorType, errorMessage: result.errorMessage, durationMs, logs }
  },
})
