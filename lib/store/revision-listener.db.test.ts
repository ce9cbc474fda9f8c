import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore, type Store } from './open-store'
import { sampleApi, sampleWorld } from './testing/sample-world'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

const meta = { author: 'ada', note: 'Test' }
const secret = 'a secret of forty characters, or about so'

let database: TestDatabase
let store: Store
let other: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret })
  other = await openStore({ databaseUrl: database.url, secret })
  await store.config.change(meta, { users: true }, () => sampleWorld())
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

const addApi = (id: string) => store.config.change(meta, { users: false }, (world) => ({ ...world, apis: [...world.apis, sampleApi(id)] }))

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('revisions reach every node', () => {
  it('with the current one first and each new one after its commit', async () => {
    const heard: number[] = []
    const subscription = other.subscribe((revision) => heard.push(revision))
    await vi.waitFor(() => expect(heard).toEqual([1]))
    const { revision } = await addApi('heardapi01')
    await vi.waitFor(() => expect(heard).toEqual([1, revision]))
    await subscription.close()
  })

  it('but not those of a rolled back change, and nothing of sign-ins and logs', async () => {
    const heard: number[] = []
    const subscription = other.subscribe((revision) => heard.push(revision))
    await vi.waitFor(() => expect(heard).toHaveLength(1))
    await expect(store.config.change(meta, { users: false }, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await store.accounts.audit({ actor: 'ada', action: 'read', object: 'x', revision: null })
    const { revision } = await addApi('heardapi02')
    await vi.waitFor(() => expect(heard.at(-1)).toBe(revision))
    expect(heard).toHaveLength(2)
    await subscription.close()
  })

  it('also when the connection broke meanwhile', async () => {
    const heard: number[] = []
    const states: boolean[] = []
    const subscription = other.subscribe(
      (revision) => heard.push(revision),
      (connected) => states.push(connected),
    )
    await vi.waitFor(() => expect(subscription.connected()).toBe(true))
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse listener'`)
    const { revision } = await addApi('heardapi03')
    await vi.waitFor(() => expect(heard.at(-1)).toBe(revision), { timeout: 20_000 })
    await vi.waitFor(() => expect(states).toEqual([true, false, true]), { timeout: 20_000 })
    await subscription.close()
  })
})

describe('a database that is away', () => {
  it('is told as database_unavailable, and the store works again when it is back', async () => {
    const lonely = await createTestDatabase()
    const node = await openStore({ databaseUrl: lonely.url, secret })
    await node.ping()
    const name = new URL(lonely.url).pathname.slice(1)
    await asAdmin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    const outcomes = await Promise.allSettled([
      node.ping(),
      node.config.loadWorld({ users: false }),
      node.config.change(meta, { users: false }, (world) => world),
      node.accounts.countAdmins(),
      openStore({ databaseUrl: lonely.url, secret }),
    ])
    const told = { status: 'rejected', reason: { name: 'AppError', code: 'database_unavailable' } }
    expect(outcomes).toMatchObject([told, told, told, told, told])
    await asAdmin(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await node.ping()
    expect((await node.config.loadWorld({ users: false })).revision).toBe(0)
    await node.close()
    await lonely.drop()
  })
})
