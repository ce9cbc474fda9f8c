import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'
import { getPoolIn } from './find-pool'
import { groupNameSchema, poolIdSchema } from './schemas'

/** Throws AppError `conflict` when the pool has the group. */
export const createPoolGroup = defineVerb({
  role: 'editor',
  summary: 'Create a group of a user pool',
  input: z.object({
    pool: poolIdSchema,
    name: groupNameSchema,
    description: z.string().max(2048).nullish(),
    precedence: z.number().int().min(0).nullish(),
  }),
  async run(ctx, { pool: id, name, description, precedence }): Promise<WriteResult> {
    const object = { kind: 'userPool', key: id } as const
    return writeWorld(ctx, { object, note: `Create the group ${name} of ${id}` }, (world) => {
      if (getPoolIn(world, id).groups.some((group) => group.name === name)) throw new AppError('conflict', `The pool has a group ${name}.`)
      const group = { GroupName: name, Description: description ?? null, Precedence: precedence ?? null }
      return applyDocument(ctx.ports, world, { gatehouse: 1, userPools: [{ Id: id, groups: [group] }] }, 'merge')
    })
  },
})
