import { randomBytes } from 'node:crypto'
import type { AccountStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'
import { sha256Hex } from '../secret-box'
import { toConsoleUser } from './console-users'

type SessionPart = Pick<AccountStore, 'createSession' | 'findSessionUser' | 'revokeSession' | 'revokeSessionsOf'>

/** Console sessions. The id is 32 random bytes in base64url and is kept as its SHA-256 only. */
export function createSessions({ prisma }: Database): SessionPart {
  return {
    createSession: (userId, expiresAt) =>
      inDatabase(async () => {
        const id = randomBytes(32).toString('base64url')
        const now = new Date()
        await prisma.$transaction([
          prisma.consoleSession.create({ data: { idSha256: sha256Hex(id), userId, expiresAt } }),
          prisma.consoleUser.update({ where: { id: userId }, data: { lastSignInAt: now } }),
          prisma.consoleSession.deleteMany({ where: { expiresAt: { lt: now } } }),
        ])
        return { id }
      }),
    findSessionUser: (sessionId) =>
      inDatabase(async () => {
        const session = await prisma.consoleSession.findUnique({ where: { idSha256: sha256Hex(sessionId) }, include: { user: true } })
        const holds = session !== null && session.revokedAt === null && session.expiresAt > new Date() && !session.user.disabled
        return holds ? toConsoleUser(session.user) : null
      }),
    revokeSession: (sessionId) =>
      inDatabase(async () => {
        await prisma.consoleSession.updateMany({
          where: { idSha256: sha256Hex(sessionId), revokedAt: null },
          data: { revokedAt: new Date() },
        })
      }),
    revokeSessionsOf: (userId) =>
      inDatabase(async () => {
        await prisma.consoleSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } })
      }),
  }
}
