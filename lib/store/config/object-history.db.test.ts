import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../domain/world'
import { openStore, type Store } from '../open-store'
import { sampleApi, sampleWorld } from '../testing/sample-world'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

let database: TestDatabase
let store: Store

const change = (author: string, build: (world: World) => World) => store.config.change({ author, note: 'Test' }, { users: false }, build)
const withPolicy = (policy: string | null) => (world: World) => ({ ...world, apis: [{ ...sampleApi(), policy }] })

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret: 'a secret of forty characters, or about so' })
  await change('ada', () => sampleWorld())
  await change('ben', withPolicy('{"Version":"2012-10-17","Statement":[]}'))
  await change('cleo', (world) => ({ ...world, apis: [] }))
  await change('dan', withPolicy(null))
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

describe('history of an object', () => {
  it('tells who did what when, newest first, with a diff', async () => {
    const history = await store.config.history('api', 'sampleapi1')
    expect(history.map(({ revision, author, action }) => [revision, author, action])).toEqual([
      [4, 'dan', 'create'],
      [3, 'cleo', 'delete'],
      [2, 'ben', 'update'],
      [1, 'ada', 'create'],
    ])
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => new Date(at).toISOString()))
    expect(history[2]?.diff).toMatch(/^@@ -\d+,\d+ \+\d+,\d+ @@\n/)
    expect(history[2]?.diff.split('\n').filter((line) => /^[-+]/.test(line)).length).toBeGreaterThan(0)
    expect(
      history[1]?.diff
        .split('\n')
        .slice(1)
        .every((line) => line.startsWith('-')),
    ).toBe(true)
    expect(
      history[3]?.diff
        .split('\n')
        .slice(1)
        .every((line) => line.startsWith('+')),
    ).toBe(true)
  })

  it('gives the text as it was at a revision', async () => {
    expect(await store.config.objectText('api', 'sampleapi1', 0)).toBeNull()
    expect(await store.config.objectText('api', 'sampleapi1', 1)).toContain('orders')
    expect(await store.config.objectText('api', 'sampleapi1', 3)).toBeNull()
    expect(await store.config.objectText('api', 'nothing', 4)).toBeNull()
  })

  it('tags an object with the revision that last wrote it', async () => {
    expect(await store.config.touched('api', 'sampleapi1')).toMatchObject({ revision: 4, by: 'dan' })
    expect(await store.config.touched('api', 'nothing')).toBeNull()
    expect([...(await store.config.touchedAll('test'))].map(([key, { revision }]) => [key, revision])).toEqual([
      ['a second', 1],
      ['b first', 1],
    ])
    expect([...(await store.config.touchedAll('api')).keys()]).toEqual(['sampleapi1'])
  })
})
