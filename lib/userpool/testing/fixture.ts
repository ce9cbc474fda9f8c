import { scryptSync } from 'node:crypto'
import type { PoolUser, SigningKey, UserPool, UserPoolClient } from '../../domain/world'
import { generateSigningKeys } from '../signing-keys'
import { createUserPools, type UserPools } from '../user-pools'
import { createMemoryUserPool, type MemoryUserPool } from './memory-ports'

export const PASSWORD = 'Correct-horse-7'
export const PUBLIC_URL = 'http://localhost:3000'

export interface PoolFixture {
  readonly pool: UserPool
  readonly pools: UserPools
  readonly memory: MemoryUserPool
  readonly clock: { ms: number; nowMs(): number }
  readonly findPool: (id: string) => UserPool | null
  client(name: string): UserPoolClient
  putUser(username: string, patch?: Partial<PoolUser>): Promise<PoolUser>
}

let sharedKeys: Promise<readonly SigningKey[]> | undefined
/** A hash that is cheap to verify: what is tested is what hangs on it. */
const passwordHash = `scrypt$16$8$1$c2FsdA==$${scryptSync(PASSWORD, 'salt', 32, { N: 16, r: 8, p: 1 }).toString('base64')}`

/** A pool in memory with clients `web`, `masked`, `secret`, `noflows`; keys are made once. */
export async function createPoolFixture(): Promise<PoolFixture> {
  sharedKeys ??= generateSigningKeys()
  const signingKeys = await sharedKeys
  const memory = createMemoryUserPool()
  const clock = { ms: 1_800_000_000_000, nowMs: () => clock.ms }
  const pool = buildPool(signingKeys)
  const clients = new Map(pool.clients.map((client) => [client.id, client]))
  return {
    pool,
    memory,
    clock,
    findPool: (id) => (id === pool.id ? pool : null),
    pools: createUserPools({
      ports: memory,
      clock,
      publicUrl: PUBLIC_URL,
      findClient: (id) => {
        const client = clients.get(id)
        return client ? { pool, client } : null
      },
    }),
    client: (name) => clients.get(`${name}0000000000`) ?? fail(name),
    async putUser(username, patch = {}) {
      const user = buildUser(username, patch)
      await memory.putUser(pool.id, user)
      return user
    },
  }
}

function fail(name: string): never {
  throw new Error(`The fixture has no client ${name}.`)
}

function buildUser(username: string, patch: Partial<PoolUser>): PoolUser {
  return {
    username,
    sub: `5f1c2d3e-0000-4000-8000-${username.padEnd(12, '0').slice(0, 12)}`,
    enabled: true,
    status: 'CONFIRMED',
    attributes: [
      { name: 'email', value: `${username}@example.com` },
      { name: 'email_verified', value: 'true' },
    ],
    groups: [],
    passwordHash,
    ...patch,
  }
}

function buildPool(signingKeys: readonly SigningKey[]): UserPool {
  const client = (name: string, patch: Partial<UserPoolClient> = {}): UserPoolClient => ({
    id: `${name}0000000000`,
    name,
    secret: null,
    explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    idTokenValiditySec: 3600,
    accessTokenValiditySec: 1800,
    refreshTokenValiditySec: 86_400,
    preventUserExistenceErrors: false,
    ...patch,
  })
  return {
    id: 'us-east-1_FernCust1',
    account: '111122223333',
    region: 'us-east-1',
    name: 'customers',
    issuer: null,
    passwordPolicy: { minimumLength: 8, requireUppercase: true, requireLowercase: true, requireNumbers: true, requireSymbols: true },
    clients: [
      client('web'),
      client('masked', { preventUserExistenceErrors: true }),
      client('secret', { secret: 'client-secret-of-the-fixture' }),
      client('noflows', { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }),
    ],
    groups: [
      { name: 'staff', description: null, roleArn: null, precedence: 5 },
      { name: 'gold', description: null, roleArn: 'arn:aws:iam::111122223333:role/gold', precedence: 1 },
      { name: 'silver', description: null, roleArn: 'arn:aws:iam::111122223333:role/silver', precedence: 1 },
    ],
    resourceServers: [],
    signingKeys,
    users: [],
  }
}
