import { z } from 'zod'
import type { ManagedPolicyView } from '../../domain/console-api'
import { attachmentsOf } from '../principal/list'
import { arnSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { readObject } from '../world/read-object'
import { getManagedPolicyIn } from './managed-policies'

export const getManagedPolicy = defineVerb({
  role: 'viewer',
  summary: 'Read a managed policy',
  input: z.object({ arn: arnSchema }),
  async run(ctx, { arn }): Promise<ManagedPolicyView> {
    const { world, touched } = await readObject(ctx, { kind: 'iamPolicy', key: arn }, `managed policy ${arn}`)
    const { account, policy } = getManagedPolicyIn(world, arn)
    return {
      arn,
      name: policy.name,
      etag: String(touched.revision),
      document: policy.document,
      attachedTo: attachmentsOf(account, arn),
      changed: touched,
    }
  },
})
