import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { checkPolicyText } from '../policy-text'
import { defineVerb } from '../verb'
import { upsert } from '../world/lists'
import { changePolicyHolder, PRINCIPAL_KINDS, principalTypeOf } from '../world/principals'
import { writeWorld } from '../write-world'
import { arnSchema, policyDocumentSchema, policyNameSchema } from './schemas'
import { nameOf } from './update'

/** Saves the text as it is. Throws AppError `invalid_document` when it could not be enforced as written. */
export const putInlinePolicy = defineVerb({
  role: 'editor',
  summary: 'Create or replace an inline policy',
  input: z.object({ arn: arnSchema, name: policyNameSchema, document: policyDocumentSchema }),
  async run(ctx, { arn, name, document }): Promise<WriteResult> {
    const object = { kind: PRINCIPAL_KINDS[principalTypeOf(arn)], key: arn }
    return writeWorld(ctx, { object, note: `Save the inline policy ${name} of ${nameOf(arn)}` }, (world) => {
      const warnings = checkPolicyText(document, 'identity')
      const changed = changePolicyHolder(world, arn, ({ inlinePolicies }) => ({
        inlinePolicies: upsert(inlinePolicies, (policy) => policy.name === name, { name, document }),
      }))
      return { world: changed, warnings }
    })
  },
})
