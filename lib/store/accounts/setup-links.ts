import type { AccountStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'
import { insertUser } from './console-users'

type SetupPart = Pick<AccountStore, 'saveSetupLink' | 'redeemSetupLink'>

/** The one-time link that makes the first admin. One link holds at a time: a new one ends those before it. */
export function createSetupLinks({ prisma }: Database): SetupPart {
  return {
    saveSetupLink: (tokenHash, expiresAt) =>
      inDatabase(async () => {
        await prisma.$transaction([
          prisma.setupLink.deleteMany({ where: { usedAt: null } }),
          prisma.setupLink.create({ data: { tokenSha256: tokenHash, expiresAt } }),
        ])
      }),
    redeemSetupLink: (tokenHash, admin) =>
      inDatabase(() =>
        prisma.$transaction(async (tx) => {
          // One at a time, also with two links: the second finds the admin that the first made.
          await tx.$queryRaw`SELECT "singleton" FROM "installation" FOR UPDATE`
          const taken = await tx.setupLink.updateMany({
            where: { tokenSha256: tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
            data: { usedAt: new Date() },
          })
          if (taken.count === 0 || (await tx.consoleUser.count({ where: { role: 'admin' } })) > 0) return null
          return insertUser(tx, { ...admin, role: 'admin' })
        }),
      ),
  }
}
