import { z } from 'zod'
import type { PoolDetail } from '../../domain/console-api'
import { defineVerb } from '../verb'
import { readObject } from '../world/read-object'
import { getPoolIn, usesOfPool } from './find-pool'
import { toPoolSummary } from './list'
import { poolIdSchema } from './schemas'

/** Client secrets and signing keys stay out. */
export const getPool = defineVerb({
  role: 'viewer',
  summary: 'Read a user pool with its clients and groups',
  input: z.object({ pool: poolIdSchema }),
  async run(ctx, { pool: id }): Promise<PoolDetail> {
    const { world, touched } = await readObject(ctx, { kind: 'userPool', key: id }, `user pool ${id}`)
    const pool = getPoolIn(world, id)
    const counts = await ctx.ports.config.countPoolUsers()
    const issuer = pool.issuer ?? `${ctx.ports.settings.publicUrl}/cognito/${id}`
    return {
      ...toPoolSummary(pool, counts.get(id) ?? 0, touched),
      etag: String(touched.revision),
      issuer,
      jwksUri: `${issuer}/.well-known/jwks.json`,
      clients: pool.clients.map((client) => ({
        id: client.id,
        name: client.name,
        hasSecret: client.secret !== null,
        explicitAuthFlows: client.explicitAuthFlows,
      })),
      groups: pool.groups.map(({ name, description, precedence }) => ({ name, description, precedence })),
      resourceServers: pool.resourceServers.map((server) => ({
        identifier: server.identifier,
        name: server.name,
        scopes: server.scopes.map((scope) => scope.name),
      })),
      usedBy: usesOfPool(world, id),
    }
  },
})
