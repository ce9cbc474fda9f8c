import type { PoolUser } from '../../domain/world'
import type { RefreshTokenRecord, UserPoolPorts } from '../ports'

export interface MemoryUserPool extends UserPoolPorts {
  putUser(poolId: string, user: PoolUser): Promise<void>
  removeUser(poolId: string, username: string): Promise<void>
}

/** An adapter that keeps everything in memory; held to the same contract as the store's. */
export function createMemoryUserPool(): MemoryUserPool {
  const users = new Map<string, Map<string, PoolUser>>()
  const tokens = new Map<string, { record: RefreshTokenRecord; revoked: boolean }>()
  return {
    async putUser(poolId, user) {
      const pool = users.get(poolId) ?? new Map<string, PoolUser>()
      pool.set(user.username, user)
      users.set(poolId, pool)
    },
    async removeUser(poolId, username) {
      users.get(poolId)?.delete(username)
    },
    users: {
      async find(poolId, username) {
        return users.get(poolId)?.get(username) ?? null
      },
    },
    refreshTokens: {
      async save(record) {
        if (tokens.has(record.tokenHash)) throw new Error('The token hash is taken.')
        tokens.set(record.tokenHash, { record, revoked: false })
      },
      async find(tokenHash) {
        const kept = tokens.get(tokenHash)
        return kept ? { ...kept.record, revoked: kept.revoked } : null
      },
      async revoke(tokenHash) {
        const kept = tokens.get(tokenHash)
        if (kept) kept.revoked = true
      },
      async isSessionRevoked(poolId, originJti) {
        for (const { record, revoked } of tokens.values()) {
          if (revoked && record.poolId === poolId && record.originJti === originJti) return true
        }
        return false
      },
      async deleteExpired(beforeSec) {
        let deleted = 0
        for (const [hash, { record }] of tokens) {
          if (record.expiresAtSec < beforeSec && tokens.delete(hash)) deleted++
        }
        return deleted
      },
    },
  }
}
