import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { attachmentsOf } from '../principal/list'
import { arnSchema } from '../principal/schemas'
import { nameOf } from '../principal/update'
import { defineVerb } from '../verb'
import { changeAccount } from '../world/principals'
import { writeWorld } from '../write-world'
import { getManagedPolicyIn } from './managed-policies'

/** Throws AppError `conflict` while the policy is attached: taking away a boundary would widen access unseen. */
export const deleteManagedPolicy = defineVerb({
  role: 'editor',
  summary: 'Delete a managed policy that is attached nowhere',
  input: z.object({ arn: arnSchema }),
  async run(ctx, { arn }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'iamPolicy', key: arn }, note: `Delete the managed policy ${nameOf(arn)}` }, (world) => {
      const { account } = getManagedPolicyIn(world, arn)
      const attached = attachmentsOf(account, arn)
      if (attached.length > 0)
        throw new AppError('conflict', `The policy is attached to ${attached.slice(0, 5).join(', ')}. Detach it first.`)
      return {
        world: changeAccount(world, account.id, (old) => ({ ...old, policies: old.policies.filter((policy) => policy.arn !== arn) })),
      }
    })
  },
})
