import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { newPoolId } from '../ids'
import { accountIdSchema, regionSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { withAccount } from '../world/with-account'
import { writeWorld } from '../write-world'

/** Makes the pool with its two signing keys. An account that the workspace lacks is added. */
export const createPool = defineVerb({
  role: 'editor',
  summary: 'Create a user pool',
  input: z.object({ name: z.string().trim().min(1).max(128), account: accountIdSchema, region: regionSchema }),
  async run(ctx, { name, account, region }): Promise<WriteResult & { id: string }> {
    const id = newPoolId(ctx.ports, region)
    const object = { kind: 'userPool', key: id } as const
    const written = await writeWorld(ctx, { object, note: `Create the user pool ${name}` }, (world) =>
      applyDocument(
        ctx.ports,
        withAccount(world, account),
        { gatehouse: 1, userPools: [{ Id: id, account, region, Name: name }] },
        'merge',
      ),
    )
    return { ...written, id }
  },
})
