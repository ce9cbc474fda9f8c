import { randomUUID } from 'node:crypto'
import type { AccountStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'

type TokenPart = Pick<AccountStore, 'createToken' | 'findToken' | 'listTokens' | 'revokeToken'>

/** The time of the last use is kept to the minute: a script's every call need not be a write. */
const LAST_USED_STEP_MS = 60_000

export function createApiTokens({ prisma }: Database): TokenPart {
  return {
    createToken: ({ name, role, tokenHash }) =>
      inDatabase(() => prisma.apiToken.create({ data: { id: randomUUID(), name, role, tokenSha256: tokenHash }, select: { id: true } })),
    findToken: (tokenHash) =>
      inDatabase(async () => {
        const token = await prisma.apiToken.findUnique({ where: { tokenSha256: tokenHash } })
        if (token === null || token.revokedAt !== null) return null
        const now = Date.now()
        if (now - (token.lastUsedAt?.getTime() ?? 0) > LAST_USED_STEP_MS) {
          await prisma.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: new Date(now) } })
        }
        return { id: token.id, name: token.name, role: token.role }
      }),
    listTokens: () =>
      inDatabase(async () => {
        const tokens = await prisma.apiToken.findMany({ where: { revokedAt: null }, orderBy: { createdAt: 'asc' } })
        return tokens.map(({ id, name, role, createdAt, lastUsedAt }) => ({
          id,
          name,
          role,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }))
      }),
    revokeToken: (id) =>
      inDatabase(async () => {
        const revoked = await prisma.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
        return revoked.count > 0
      }),
  }
}
