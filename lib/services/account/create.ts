import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { accountIdSchema } from '../principal/schemas'
import { defineVerb } from '../verb'
import { withAccount } from '../world/with-account'
import { writeWorld } from '../write-world'

/** Throws AppError `conflict` when the workspace has the account. */
export const createAccount = defineVerb({
  role: 'editor',
  summary: 'Add an account to the workspace',
  input: z.object({
    id: accountIdSchema,
    alias: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/)
      .optional(),
  }),
  async run(ctx, { id, alias }): Promise<WriteResult> {
    return writeWorld(ctx, { object: { kind: 'account', key: id }, note: `Add the account ${id}` }, (world) => {
      if (world.accounts.some((account) => account.id === id)) throw new AppError('conflict', `The workspace has the account ${id}.`)
      return { world: withAccount(world, id, alias) }
    })
  },
})
