import { afterAll } from 'vitest'
import type { World } from '../domain/world'
import { userPoolContract } from '../userpool/contract'
import { openStore, type Store } from './open-store'
import { sampleWorld } from './testing/sample-world'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

const meta = { author: 'ada', note: 'Test' }
const poolIds = ['us-east-1_Sample001', 'us-east-1_Sample002'] as const

let opened: Promise<{ database: TestDatabase; store: Store }> | null = null

function open(): Promise<{ database: TestDatabase; store: Store }> {
  opened ??= (async () => {
    const database = await createTestDatabase()
    const store = await openStore({ databaseUrl: database.url, secret: 'a secret of forty characters, or about so' })
    await store.config.change(meta, { users: true }, withTwoPools)
    return { database, store }
  })()
  return opened
}

function withTwoPools(): World {
  const world = sampleWorld()
  const twins = world.userPools.map((pool) => ({ ...pool, id: poolIds[1], clients: [], users: [] }))
  return { ...world, userPools: [...world.userPools, ...twins] }
}

afterAll(async () => {
  if (opened === null) return
  const { database, store } = await opened
  await store.close()
  await database.drop()
})

userPoolContract('PostgreSQL', async () => {
  const { store } = await open()
  const changeUsers = (poolId: string, edit: (users: World['userPools'][number]['users']) => World['userPools'][number]['users']) =>
    store.config.change(meta, { users: true }, (world) => ({
      ...world,
      userPools: world.userPools.map((pool) => (pool.id === poolId ? { ...pool, users: edit(pool.users) } : pool)),
    }))
  return {
    ports: store.userPools,
    poolIds: [...poolIds],
    putUser: async (poolId, user) => {
      await changeUsers(poolId, (users) => [...users.filter((other) => other.username !== user.username), user])
    },
    removeUser: async (poolId, username) => {
      await changeUsers(poolId, (users) => users.filter((user) => user.username !== username))
    },
  }
})
