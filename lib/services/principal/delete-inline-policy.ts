import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { changePolicyHolder, PRINCIPAL_KINDS, principalTypeOf } from '../world/principals'
import { writeWorld } from '../write-world'
import { arnSchema, policyNameSchema } from './schemas'
import { nameOf } from './update'

/** Throws AppError `not_found`. */
export const deleteInlinePolicy = defineVerb({
  role: 'editor',
  summary: 'Delete an inline policy',
  input: z.object({ arn: arnSchema, name: policyNameSchema }),
  async run(ctx, { arn, name }): Promise<WriteResult> {
    const object = { kind: PRINCIPAL_KINDS[principalTypeOf(arn)], key: arn }
    return writeWorld(ctx, { object, note: `Delete the inline policy ${name} of ${nameOf(arn)}` }, (world) => ({
      world: changePolicyHolder(world, arn, ({ inlinePolicies }) => {
        if (!inlinePolicies.some((policy) => policy.name === name)) throw new AppError('not_found', `There is no inline policy ${name}.`)
        return { inlinePolicies: inlinePolicies.filter((policy) => policy.name !== name) }
      }),
    }))
  },
})
