import { z } from 'zod'
import { newIamId } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { checkPolicyText } from '../policy-text'
import { accountIdSchema, policyDocumentSchema, policyNameSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { changeAccount } from '../world/principals'
import { writeWorld } from '../write-world'

/** Throws AppError `conflict` when the name is taken, `invalid_document` when the policy could not be enforced as written. */
export const createManagedPolicy = defineVerb({
  role: 'editor',
  summary: 'Create a managed policy',
  input: z.object({ account: accountIdSchema, name: policyNameSchema, document: policyDocumentSchema }),
  async run(ctx, { account, name, document }): Promise<WriteResult & { arn: string }> {
    const arn = `arn:aws:iam::${account}:policy/${name}`
    const written = await writeWorld(
      ctx,
      { object: { kind: 'iamPolicy', key: arn }, note: `Create the managed policy ${name}` },
      (world) => {
        const warnings = checkPolicyText(document, 'identity')
        const changed = changeAccount(world, account, (old) => {
          const taken = old.policies.some((policy) => policy.name.toLowerCase() === name.toLowerCase())
          if (taken) throw new AppError('conflict', `The account has a managed policy ${name}.`)
          return { ...old, policies: [...old.policies, { name, id: newIamId('ANPA', ctx.ports.random), path: '/', arn, document }] }
        })
        return { world: changed, warnings }
      },
    )
    return { ...written, arn }
  },
})
