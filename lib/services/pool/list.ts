import { z } from 'zod'
import type { PoolSummary, Touched } from '../../domain/console-api'
import type { UserPool } from '../../domain/world'
import { defineVerb } from '../verb'
import { NEVER } from '../world/read-object'

export const listPools = defineVerb({
  role: 'viewer',
  summary: 'List the user pools',
  input: z.object({}),
  async run({ ports }): Promise<{ items: readonly PoolSummary[] }> {
    const [touched, counts] = await Promise.all([ports.config.touchedAll('userPool'), ports.config.countPoolUsers()])
    const items = ports
      .enforcedWorld()
      .userPools.map((pool) => toPoolSummary(pool, counts.get(pool.id) ?? 0, touched.get(pool.id) ?? NEVER))
    return { items }
  },
})

export function toPoolSummary(pool: UserPool, userCount: number, changed: Touched): PoolSummary {
  const { id, name, account, region, clients } = pool
  return { id, name, account, region, userCount, clientCount: clients.length, changed }
}
