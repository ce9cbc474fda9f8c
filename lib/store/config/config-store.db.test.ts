import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../domain/errors'
import type { Api, World } from '../../domain/world'
import { openStore, type Store } from '../open-store'
import { sampleApi, samplePoolUser, sampleWorld } from '../testing/sample-world'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

const meta = { author: 'ada@example.com', note: 'Test' }
const secret = 'a secret of forty characters, or about so'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret })
  await store.config.change(meta, { users: true }, () => sampleWorld())
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

const withApi = (world: World, api: Api): World => ({ ...world, apis: [...world.apis.filter(({ id }) => id !== api.id), api] })

describe('configuration', () => {
  it('comes back as it was written, texts to the letter', async () => {
    const expected = sampleWorld()
    const { revision, ...world } = await store.config.loadWorld({ users: true })
    const keys = world.userPools[0]?.signingKeys ?? []
    expect(revision).toBe(1)
    expect(world).toEqual({
      ...expected,
      revision: undefined,
      accounts: expected.accounts.map((account) => ({
        ...account,
        policies: [...account.policies].sort((a, b) => (a.arn < b.arn ? -1 : 1)),
      })),
      userPools: expected.userPools.map((pool) => ({ ...pool, signingKeys: keys })),
    })
    expect(keys.map((key) => key.privateKeyPem.startsWith('-----BEGIN PRIVATE KEY-----'))).toEqual([true, true])
  })

  it('leaves the users out when they are not asked for', async () => {
    const world = await store.config.loadWorld({ users: false })
    expect(world.userPools.map((pool) => pool.users)).toEqual([[]])
  })

  it('is loaded with a number of queries that does not grow with it', async () => {
    const count = async (): Promise<number> => {
      const before = store.queryCount()
      await store.config.loadWorld({ users: true })
      return store.queryCount() - before
    }
    const few = await count()
    await store.config.change(meta, { users: true }, (world) => ({
      ...world,
      apis: [...world.apis, ...Array.from({ length: 20 }, (_, index) => sampleApi(`growing${index}`))],
      userPools: world.userPools.map((pool) => ({
        ...pool,
        users: [...pool.users, ...Array.from({ length: 1_200 }, (_, index) => samplePoolUser(`user${index}`))],
      })),
    }))
    expect(await count()).toBe(few)
    expect(few).toBeLessThanOrEqual(30)
  })

  it('writes only what changed, and makes no revision of nothing', async () => {
    const before = await store.config.loadWorld({ users: true })
    const same = await store.config.change(meta, { users: true }, (world) => structuredClone(world))
    expect(same).toMatchObject({ revision: before.revision, plan: { create: [], update: [], delete: [] } })
    const changed = await store.config.change(meta, { users: false }, (world) => withApi(world, sampleApi('sampleapi1', ['/only'])))
    expect(changed.revision).toBe(before.revision + 1)
    expect(changed.plan).toEqual({ create: [], update: [{ kind: 'api', key: 'sampleapi1' }], delete: [] })
    expect((await store.config.touched('iamUser', 'arn:aws:iam::111122223333:user/alice'))?.revision).toBe(1)
    expect((await store.config.touched('api', 'sampleapi1'))?.revision).toBe(changed.revision)
    const users = await store.config.countPoolUsers()
    expect(users.get('us-east-1_Sample001')).toBe(1_202)
  })

  it('rolls everything back when the change throws, and hands the error out unchanged', async () => {
    const before = await store.config.loadWorld({ users: false })
    const refusal = new AppError('invalid_document', 'No.')
    await expect(store.config.change(meta, { users: false }, () => Promise.reject(refusal))).rejects.toBe(refusal)
    const alike = Object.assign(new Error('an error of the caller that looks like one of the network'), { code: 'ECONNREFUSED' })
    await expect(store.config.change(meta, { users: false }, () => Promise.reject(alike))).rejects.toBe(alike)
    expect((await store.config.loadWorld({ users: false })).revision).toBe(before.revision)
  })

  it('rolls everything back when the database refuses a part', async () => {
    const before = await store.config.loadWorld({ users: false })
    const orphan: Api = { ...sampleApi('orphanapi1'), account: '999999999999' }
    const change = store.config.change(meta, { users: false }, (world) => withApi(withApi(world, sampleApi('goodapi001')), orphan))
    await expect(change).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
    const after = await store.config.loadWorld({ users: false })
    expect(after).toEqual(before)
  })

  it('plans a dry run and stores nothing of it', async () => {
    const before = await store.config.loadWorld({ users: false })
    const planned = await store.config.change(meta, { users: false, dryRun: true }, (world) => ({
      ...withApi(world, sampleApi('plannedapi')),
      tests: [],
    }))
    expect(planned).toMatchObject({
      revision: before.revision,
      plan: {
        create: [{ kind: 'api', key: 'plannedapi' }],
        update: [],
        delete: expect.arrayContaining([{ kind: 'test', key: 'b first' }]),
      },
    })
    expect(await store.config.loadWorld({ users: false })).toEqual(before)
  })

  it('never loses an update of two writers, on one node or two', async () => {
    const other = await openStore({ databaseUrl: database.url, secret })
    const before = (await store.config.loadWorld({ users: false })).revision
    const add = (node: Store, index: number) =>
      node.config.change(meta, { users: false }, (world) => withApi(world, sampleApi(`parallel${String(index).padStart(2, '0')}`)))
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => add(index % 2 === 0 ? store : other, index)))
    await other.close()
    const world = await store.config.loadWorld({ users: false })
    expect(world.apis.filter((api) => api.id.startsWith('parallel'))).toHaveLength(12)
    expect(results.map((result) => result.revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => before + 1 + index),
    )
    expect(world.revision).toBe(before + 12)
  })

  it('can ask for versions inside a change, however many writers wait', async () => {
    const writers = Array.from({ length: 15 }, (_, index) =>
      store.config.change(meta, { users: false }, async (world) => {
        await store.config.touched('api', 'sampleapi1')
        return withApi(world, sampleApi(`asking${String(index).padStart(2, '0')}`))
      }),
    )
    expect(await Promise.all(writers)).toHaveLength(15)
  })

  it('keeps a password that a user set while somebody changed the groups', async () => {
    await store.config.change(meta, { users: true }, async (world) => {
      const user = new pg.Client({ connectionString: database.url })
      await user.connect()
      await user.query(`UPDATE "user_pool_user" SET "passwordHash" = 'scrypt$new' WHERE "username" = 'ben'`)
      await user.end()
      return {
        ...world,
        userPools: world.userPools.map((pool) => ({
          ...pool,
          users: pool.users.map((user) => (user.username === 'ben' ? { ...user, groups: ['gold'] } : user)),
        })),
      }
    })
    const ben = await store.userPools.users.find('us-east-1_Sample001', 'ben')
    expect(ben).toEqual(samplePoolUser('ben', { groups: ['gold'], passwordHash: 'scrypt$new' }))
  })

  it('pages users by name', async () => {
    const first = await store.config.listPoolUsers('us-east-1_Sample001', { after: null, limit: 2 })
    expect(first).toMatchObject({ items: [{ username: 'ada' }, { username: 'ben' }], next: 'ben' })
    const second = await store.config.listPoolUsers('us-east-1_Sample001', { after: first.next, limit: 500 })
    expect(second.items).toHaveLength(500)
    expect(await store.config.listPoolUsers('nowhere', { after: null, limit: 2 })).toEqual({ items: [], next: null })
  })

  it('takes deleted objects with all they held, and keeps a name free for another', async () => {
    const { plan } = await store.config.change(meta, { users: true }, (world) => ({
      ...world,
      userPools: [],
      accounts: world.accounts.map((account) => ({
        ...account,
        users: account.users.map((user) => ({ ...user, arn: user.arn.replace('user/alice', 'user/moved/alice'), path: '/moved/' })),
      })),
    }))
    expect(plan.delete).toEqual(expect.arrayContaining([{ kind: 'userPool', key: 'us-east-1_Sample001' }]))
    const world = await store.config.loadWorld({ users: true })
    expect(world.userPools).toEqual([])
    expect(world.accounts[0]?.users.map((user) => [user.arn, user.groups])).toEqual([
      ['arn:aws:iam::111122223333:user/moved/alice', ['support', 'admins']],
    ])
  })
})
