import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { getPoolIn } from '../pool/find-pool'
import { groupNameSchema, poolAttributesSchema, poolIdSchema, usernameSchema } from '../pool/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { poolUserKey } from '../world/object-keys'
import { writeWorld } from '../write-world'

/** With a password the user is CONFIRMED, without one FORCE_CHANGE_PASSWORD. Throws AppError `conflict`. */
export const createPoolUser = defineVerb({
  role: 'editor',
  summary: 'Create a user of a user pool',
  input: z.object({
    pool: poolIdSchema,
    username: usernameSchema,
    password: z.string().min(1).max(256).optional(),
    attributes: poolAttributesSchema.default([]),
    groups: z.array(groupNameSchema).max(100).default([]),
  }),
  async run(ctx, { pool: id, username, password, attributes, groups }): Promise<WriteResult> {
    const object = { kind: 'userPoolUser', key: poolUserKey(id, username) } as const
    return writeWorld(ctx, { object, note: `Create the user ${username} of ${id}`, users: true }, (world) => {
      if (getPoolIn(world, id).users.some((user) => user.username === username))
        throw new AppError('conflict', `The pool has a user ${username}.`)
      const user = {
        Username: username,
        UserAttributes: attributes.map(({ name, value }) => ({ Name: name, Value: value })),
        Groups: groups,
        UserStatus: password === undefined ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
        ...(password === undefined ? {} : { Password: password }),
      }
      return applyDocument(ctx.ports, world, { gatehouse: 1, userPools: [{ Id: id, users: [user] }] }, 'merge')
    })
  },
})
