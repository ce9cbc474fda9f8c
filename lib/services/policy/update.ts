import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { checkPolicyText } from '../policy-text'
import { arnSchema, policyDocumentSchema } from '../principal/schemas'
import { nameOf } from '../principal/update'
import { defineVerb } from '../verb'
import { mapWhere } from '../world/lists'
import { changeAccount } from '../world/principals'
import { writeWorld } from '../write-world'
import { getManagedPolicyIn } from './managed-policies'

/** Saves the text as it is. Throws AppError `invalid_document` when it could not be enforced as written. */
export const updateManagedPolicy = defineVerb({
  role: 'editor',
  summary: 'Replace the document of a managed policy',
  input: z.object({ arn: arnSchema, document: policyDocumentSchema }),
  async run(ctx, { arn, document }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'iamPolicy', key: arn }, note: `Update the managed policy ${nameOf(arn)}` }, (world) => {
      const { account } = getManagedPolicyIn(world, arn)
      const warnings = checkPolicyText(document, 'identity')
      const changed = changeAccount(world, account.id, (old) => ({
        ...old,
        policies: mapWhere(
          old.policies,
          (policy) => policy.arn === arn,
          (policy) => ({ ...policy, document }),
        ),
      }))
      return { world: changed, warnings }
    })
  },
})
