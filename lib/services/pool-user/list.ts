import { z } from 'zod'
import type { PoolUserView } from '../../domain/console-api'
import type { PoolUser } from '../../domain/world'
import { getPoolIn } from '../pool/find-pool'
import { poolIdSchema, usernameSchema } from '../pool/schemas'
import { defineVerb } from '../verb'

/** A page of at most `limit` users in the order of their names; `next` goes into `after` for the following one. */
export const listPoolUsers = defineVerb({
  role: 'viewer',
  summary: 'List the users of a user pool',
  input: z.object({ pool: poolIdSchema, after: usernameSchema.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  async run({ ports }, { pool, after, limit }): Promise<{ items: readonly PoolUserView[]; next: string | null }> {
    getPoolIn(ports.enforcedWorld(), pool)
    const { items, next } = await ports.config.listPoolUsers(pool, { after: after ?? null, limit })
    return { items: items.map(toPoolUserView), next }
  },
})

/** What may be shown of a pool user: never the hash. */
export function toPoolUserView({ username, sub, enabled, status, attributes, groups }: PoolUser): PoolUserView {
  return { username, sub, enabled, status, attributes, groups }
}
