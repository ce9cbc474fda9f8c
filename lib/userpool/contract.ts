/** The suite that every adapter of UserPoolPorts passes. Called from adapters' test files only. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PoolUser } from '../domain/world'
import type { RefreshTokenRecord, UserPoolPorts } from './ports'

export interface UserPoolFixture {
  readonly ports: UserPoolPorts
  /** Two pools that exist in the adapter and share nothing. */
  readonly poolIds: readonly [string, string]
  /** Puts a user where the ports find it. */
  putUser(poolId: string, user: PoolUser): Promise<void>
  removeUser(poolId: string, username: string): Promise<void>
}

export function userPoolContract(adapter: string, setUp: () => Promise<UserPoolFixture>): void {
  describe(`user pool ports: ${adapter}`, () => {
    userCases(setUp)
    refreshTokenCases(setUp)
  })
}

function sampleUser(username: string): PoolUser {
  return {
    username,
    sub: randomUUID(),
    enabled: true,
    status: 'CONFIRMED',
    attributes: [
      { name: 'email', value: 'ada@example.com' },
      { name: 'email_verified', value: 'true' },
    ],
    groups: [],
    passwordHash: 'scrypt$16384$8$1$c2FsdA==$aGFzaA==',
  }
}

function sampleRecord(poolId: string, patch: Partial<RefreshTokenRecord> = {}): RefreshTokenRecord {
  return {
    tokenHash: randomUUID().replaceAll('-', '').repeat(2),
    poolId,
    clientId: '1example23456789client0123',
    username: 'ada',
    sub: randomUUID(),
    originJti: randomUUID(),
    eventId: randomUUID(),
    authTimeSec: 1_800_000_000,
    expiresAtSec: 1_802_592_000,
    ...patch,
  }
}

function userCases(setUp: () => Promise<UserPoolFixture>): void {
  it('finds a user by the exact username in its own pool only', async () => {
    const { ports, poolIds, putUser } = await setUp()
    const user = sampleUser(`ada-${randomUUID()}`)
    await putUser(poolIds[0], user)
    expect(await ports.users.find(poolIds[0], user.username)).toEqual(user)
    expect(await ports.users.find(poolIds[1], user.username)).toBeNull()
    expect(await ports.users.find(poolIds[0], user.username.toUpperCase())).toBeNull()
    expect(await ports.users.find(`${poolIds[0]}x`, user.username)).toBeNull()
  })

  it('does not find a user that was removed', async () => {
    const { ports, poolIds, putUser, removeUser } = await setUp()
    const user = sampleUser(`ben-${randomUUID()}`)
    await putUser(poolIds[0], user)
    await removeUser(poolIds[0], user.username)
    expect(await ports.users.find(poolIds[0], user.username)).toBeNull()
  })

  it('answers null for names that are special to JavaScript, SQL or patterns', async () => {
    const { ports, poolIds } = await setUp()
    for (const name of ['__proto__', 'constructor', '%', "' or 1=1 --", '']) {
      expect(await ports.users.find(poolIds[0], name)).toBeNull()
    }
  })
}

function refreshTokenCases(setUp: () => Promise<UserPoolFixture>): void {
  it('gives a saved token back as it was saved, not revoked', async () => {
    const { ports, poolIds } = await setUp()
    const record = sampleRecord(poolIds[0])
    await ports.refreshTokens.save(record)
    expect(await ports.refreshTokens.find(record.tokenHash)).toEqual({ ...record, revoked: false })
    expect(await ports.refreshTokens.find('0'.repeat(64))).toBeNull()
  })

  it('revokes a session once and for all, and no other', async () => {
    const { ports, poolIds } = await setUp()
    const [mine, other] = [sampleRecord(poolIds[0]), sampleRecord(poolIds[0])]
    await ports.refreshTokens.save(mine)
    await ports.refreshTokens.save(other)
    await ports.refreshTokens.revoke(mine.tokenHash)
    await ports.refreshTokens.revoke(mine.tokenHash)
    expect((await ports.refreshTokens.find(mine.tokenHash))?.revoked).toBe(true)
    expect((await ports.refreshTokens.find(other.tokenHash))?.revoked).toBe(false)
    expect(await ports.refreshTokens.isSessionRevoked(poolIds[0], mine.originJti)).toBe(true)
    expect(await ports.refreshTokens.isSessionRevoked(poolIds[1], mine.originJti)).toBe(false)
    expect(await ports.refreshTokens.isSessionRevoked(poolIds[0], other.originJti)).toBe(false)
    expect(await ports.refreshTokens.isSessionRevoked(poolIds[0], randomUUID())).toBe(false)
  })

  it('takes the revocation of an unknown token quietly', async () => {
    const { ports } = await setUp()
    await expect(ports.refreshTokens.revoke('f'.repeat(64))).resolves.toBeUndefined()
  })

  it('deletes only what expired before the given second', async () => {
    const { ports, poolIds } = await setUp()
    const [old, edge] = [sampleRecord(poolIds[0], { expiresAtSec: 1_000 }), sampleRecord(poolIds[0], { expiresAtSec: 1_001 })]
    await ports.refreshTokens.save(old)
    await ports.refreshTokens.save(edge)
    expect(await ports.refreshTokens.deleteExpired(1_001)).toBeGreaterThanOrEqual(1)
    expect(await ports.refreshTokens.find(old.tokenHash)).toBeNull()
    expect(await ports.refreshTokens.find(edge.tokenHash)).not.toBeNull()
  })
}
