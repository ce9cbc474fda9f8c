import { z } from 'zod'
import { exportWorkspace as toDocument, toYaml } from '../../domain'
import { audit } from '../audit'
import { requireRole } from '../permissions'
import { defineVerb } from '../verb'

const flag = z
  .stringbool({ truthy: ['true', '1', ''], falsy: ['false', '0'] })
  .or(z.boolean())
  .default(false)

/** Answers the whole configuration as text. Secrets are left out unless an admin asks for them, which is audited. */
export const exportWorkspace = defineVerb({
  role: 'viewer',
  summary: 'Export the configuration as a workspace document; `secrets=true` needs the role admin',
  input: z.object({ format: z.enum(['json', 'yaml']).default('json'), secrets: flag }),
  async run(ctx, { format, secrets }): Promise<{ text: string; format: 'json' | 'yaml' }> {
    if (secrets) requireRole(ctx.actor, 'admin')
    const world = await ctx.ports.config.loadWorld({ users: true })
    if (secrets) await audit(ctx, 'Export with secrets', 'workspace', world.revision)
    const document = toDocument(world, { secrets })
    return { text: format === 'yaml' ? toYaml(document) : `${JSON.stringify(document, null, 2)}\n`, format }
  },
})
