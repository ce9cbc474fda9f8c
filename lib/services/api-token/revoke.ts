import { z } from 'zod'
import { AppError } from '../../domain/errors'
import { audit } from '../audit'
import { defineVerb } from '../verb'

/** Takes effect on the next request. Throws AppError `not_found` for an unknown id. */
export const revokeApiToken = defineVerb({
  role: 'admin',
  summary: 'Revoke an API token',
  input: z.object({ id: z.string().min(1).max(100) }),
  async run(ctx, { id }): Promise<{ ok: true }> {
    if (!(await ctx.ports.accounts.revokeToken(id))) throw new AppError('not_found', 'There is no such token.')
    await audit(ctx, 'revokeToken', `apiToken ${id}`)
    return { ok: true }
  },
})
