import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { newClientId, newClientSecret } from '../ids'
import { requireRole } from '../permissions'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'
import { getPoolIn } from './find-pool'
import { poolIdSchema } from './schemas'

/** Answers the secret, if there is one, this once; making one needs the role admin. */
export const createPoolClient = defineVerb({
  role: 'editor',
  summary: 'Create an app client of a user pool; a secret is answered once',
  input: z.object({
    pool: poolIdSchema,
    name: z.string().trim().min(1).max(128),
    generateSecret: z.boolean().default(false),
    explicitAuthFlows: z.array(z.string().max(100)).max(20).default(['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']),
  }),
  async run(ctx, { pool: id, name, generateSecret, explicitAuthFlows }): Promise<WriteResult & { id: string; secret: string | null }> {
    if (generateSecret) requireRole(ctx.actor, 'admin')
    const client = { ClientId: newClientId(ctx.ports), ClientName: name, ExplicitAuthFlows: explicitAuthFlows }
    const secret = generateSecret ? newClientSecret(ctx.ports) : null
    const object = { kind: 'userPool', key: id } as const
    const written = await writeWorld(ctx, { object, note: `Create the app client ${name} of ${id}` }, (world) => {
      getPoolIn(world, id)
      const clients = [{ ...client, ...(secret === null ? {} : { ClientSecret: secret }) }]
      return applyDocument(ctx.ports, world, { gatehouse: 1, userPools: [{ Id: id, clients }] }, 'merge')
    })
    return { ...written, id: client.ClientId, secret }
  },
})
