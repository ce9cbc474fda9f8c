import { z } from 'zod'
import { audit } from '../audit'
import { roleSchema } from '../console-user/schemas'
import { hashToken, newToken } from '../secrets'
import { defineVerb } from '../verb'

/** Answers the token this once; only its hash is stored. */
export const createApiToken = defineVerb({
  role: 'admin',
  summary: 'Create an API token; its value is answered once',
  input: z.object({ name: z.string().trim().min(1).max(200), role: roleSchema }),
  async run(ctx, { name, role }): Promise<{ id: string; token: string }> {
    const token = newToken(ctx.ports, 'gth_')
    const { id } = await ctx.ports.accounts.createToken({ name, role, tokenHash: hashToken(token) })
    await audit(ctx, 'createToken', `apiToken ${id}`)
    return { id, token }
  },
})
