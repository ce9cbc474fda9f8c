import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import { getPoolIn } from '../pool/find-pool'
import { groupNameSchema, poolAttributesSchema, poolIdSchema, usernameSchema } from '../pool/schemas'
import { defineVerb } from '../verb'
import { applyDocument } from '../workspace/apply-document'
import { poolUserKey } from '../world/object-keys'
import { writeWorld } from '../write-world'

const updateSchema = z.object({
  pool: poolIdSchema,
  username: usernameSchema,
  password: z.string().min(1).max(256).optional(),
  /** The whole list; `sub` may be left out. */
  attributes: poolAttributesSchema.optional(),
  groups: z.array(groupNameSchema).max(100).optional(),
  enabled: z.boolean().optional(),
  status: z.enum(['CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']).optional(),
})

/** Changes what is given. A new password confirms the user unless a status is given too. Throws AppError `not_found`. */
export const updatePoolUser = defineVerb({
  role: 'editor',
  summary: 'Change a user of a user pool',
  input: updateSchema,
  async run(ctx, input): Promise<WriteResult> {
    const { pool: id, username } = input
    const object = { kind: 'userPoolUser', key: poolUserKey(id, username) } as const
    return writeWorld(ctx, { object, note: `Update the user ${username} of ${id}`, users: true }, (world) => {
      const user = getPoolIn(world, id).users.find((item) => item.username === username)
      if (!user) throw new AppError('not_found', `The pool has no user ${username}.`)
      return applyDocument(ctx.ports, world, { gatehouse: 1, userPools: [{ Id: id, users: [toDocument(input, user.sub)] }] }, 'merge')
    })
  },
})

function toDocument(input: z.output<typeof updateSchema>, sub: string): Readonly<Record<string, unknown>> {
  const { username, password, attributes, groups, enabled } = input
  const status = input.status ?? (password === undefined ? undefined : 'CONFIRMED')
  const named = attributes?.filter((attribute) => attribute.name !== 'sub').map(({ name, value }) => ({ Name: name, Value: value }))
  const fields = {
    Username: username,
    Password: password,
    UserAttributes: named && [{ Name: 'sub', Value: sub }, ...named],
    Groups: groups,
    Enabled: enabled,
    UserStatus: status,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
