import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../open-store'
import { sampleDecision, sampleRecord } from '../testing/sample-record'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

let database: TestDatabase
let client: pg.Client
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret: 'a secret of forty characters, or about so' })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

beforeEach(async () => {
  await store.flushRequests()
  await client.query('DELETE FROM "request_log"; DELETE FROM "request_gap"')
})

afterAll(async () => {
  await client.end()
  await store.close()
  await database.drop()
})

const append = (patch: Parameters<typeof sampleRecord>[0] = {}) => {
  const record = sampleRecord(patch)
  store.requestLog.append(record)
  return record.requestId
}

describe('request log', () => {
  it('answers from memory before the batch is written, and the same after', async () => {
    const requestId = append()
    const before = await store.requests.find(requestId)
    expect(before).toMatchObject({ requestId, api: 'sampleapi1', decision: { requestId, sentence: 'Allowed.' } })
    await store.flushRequests()
    const { rows } = await client.query('SELECT count(*)::int AS count FROM "request_log"')
    expect(rows).toEqual([{ count: 1 }])
    expect(await store.requests.find(requestId)).toEqual(before)
    expect(await store.requests.find('00000000-0000-0000-0000-000000000000')).toBeNull()
  })

  it('lists newest first over memory and table, page by page, with nothing twice and nothing missing', async () => {
    const ids: string[] = []
    for (let index = 0; index < 7; index++)
      ids.unshift(append({ atMs: 1_800_000_000_000 + index * 1000, outcome: index % 2 ? 'deny' : 'allow' }))
    await store.flushRequests()
    for (let index = 7; index < 10; index++) ids.unshift(append({ atMs: 1_800_000_000_000 + index * 1000 }))
    const seen: string[] = []
    for (let before: string | undefined; ; ) {
      const page = await store.requests.list({ before, limit: 4 })
      if (page.length === 0) break
      seen.push(...page.map((view) => view.requestId))
      before = page.at(-1)?.requestId
    }
    expect(seen).toEqual(ids)
    expect(await store.requests.list({ outcome: 'deny', limit: 50 })).toHaveLength(3)
    expect(await store.requests.list({ api: 'otherapi01', limit: 50 })).toEqual([])
    expect(await store.requests.list({ outcome: 'nonsense', limit: 50 })).toEqual([])
    expect(await store.requests.list({ before: new Date(1_800_000_002_000).toISOString(), limit: 50 })).toHaveLength(2)
  })

  it('counts what is beyond the budget and keeps the rest', async () => {
    for (let index = 0; index < 80; index++) append({ reasonCode: 'open' })
    await store.flushRequests()
    const kept = await client.query('SELECT count(*)::int AS count FROM "request_log"')
    const gaps = await client.query('SELECT "routeKey", "reasonCode", "count" FROM "request_gap"')
    expect(kept.rows).toEqual([{ count: 50 }])
    expect(gaps.rows).toEqual([{ routeKey: 'GET /orders', reasonCode: 'open', count: 30 }])
  })

  it('keeps requests that the database would refuse, or counts them, and writes those after them', async () => {
    const nul = append({ path: '/a\0b', durationUs: 1e12, atMs: 1_800_000_100_000 })
    append({
      atMs: 1_800_000_100_001,
      decision: () => {
        throw new Error('no tree')
      },
    })
    const after = append({ atMs: 1_800_000_100_002, decision: () => sampleDecision({ sentence: 'With \0 inside' }) })
    await store.flushRequests()
    expect((await store.requests.list({ limit: 10 })).map((view) => view.requestId)).toEqual([after, nul])
    expect((await store.requests.find(nul))?.path).toBe('/a\uFFFDb')
  })
})
