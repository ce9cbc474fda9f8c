import type { RefreshTokenRecord, UserPoolPorts } from '../userpool/ports'
import type { Database } from './database'
import type { RefreshToken } from './generated/client'
import { inDatabase } from './prisma-errors'
import { poolUserInclude, toPoolUser } from './world/pool-user-row'

/** What user pools keep: users, and refresh tokens as their SHA-256. None of these writes makes a revision. */
export function createUserPoolPorts({ prisma }: Database): UserPoolPorts {
  return {
    users: {
      find: (userPoolId, username) =>
        inDatabase(async () => {
          const where = { userPoolId_username: { userPoolId, username } }
          const row = await prisma.userPoolUser.findUnique({ where, include: poolUserInclude })
          return row === null ? null : toPoolUser(row)
        }),
    },
    refreshTokens: {
      save: (record) =>
        inDatabase(async () => {
          await prisma.refreshToken.create({ data: toRow(record) })
        }),
      find: (tokenHash) =>
        inDatabase(async () => {
          const row = await prisma.refreshToken.findUnique({ where: { tokenSha256: tokenHash } })
          return row === null ? null : { ...toRecord(row), revoked: row.revokedAt !== null }
        }),
      revoke: (tokenHash) =>
        inDatabase(async () => {
          await prisma.refreshToken.updateMany({ where: { tokenSha256: tokenHash, revokedAt: null }, data: { revokedAt: new Date() } })
        }),
      isSessionRevoked: (userPoolId, originJti) =>
        inDatabase(async () => (await prisma.refreshToken.count({ where: { userPoolId, originJti, revokedAt: { not: null } } })) > 0),
      deleteExpired: (beforeSec) =>
        inDatabase(async () => (await prisma.refreshToken.deleteMany({ where: { expiresAt: { lt: fromSec(beforeSec) } } })).count),
    },
  }
}

const fromSec = (seconds: number): Date => new Date(seconds * 1000)
const toSec = (date: Date): number => Math.floor(date.getTime() / 1000)

function toRow(record: RefreshTokenRecord): Omit<RefreshToken, 'revokedAt'> {
  const { tokenHash, poolId, clientId, username, sub, originJti, eventId, authTimeSec, expiresAtSec } = record
  return {
    tokenSha256: tokenHash,
    userPoolId: poolId,
    clientId,
    username,
    sub,
    originJti,
    eventId,
    authTime: fromSec(authTimeSec),
    expiresAt: fromSec(expiresAtSec),
  }
}

function toRecord(row: RefreshToken): RefreshTokenRecord {
  return {
    tokenHash: row.tokenSha256,
    poolId: row.userPoolId,
    clientId: row.clientId,
    username: row.username,
    sub: row.sub,
    originJti: row.originJti,
    eventId: row.eventId,
    authTimeSec: toSec(row.authTime),
    expiresAtSec: toSec(row.expiresAt),
  }
}
