import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from './open-store'
import { SAMPLE_SECRETS, sampleWorld } from './testing/sample-world'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

const meta = { author: 'ada', note: 'Test' }
const first = 'the first secret, forty characters or so'
const second = 'the second secret, forty characters or so'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret: first })
  await store.config.change(meta, { users: true }, () => sampleWorld())
  await store.demoSecrets.save(new Map([['ALICE_SECRET', 'demoSecretValue0123456789']]))
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

/** Every row of every table as text, as somebody reads it who has the database and nothing else. */
async function dump(): Promise<string> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const tables = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
  const parts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`)
    parts.push(...rows.map((row) => `${name} ${row.text}`))
  }
  await client.end()
  return parts.join('\n')
}

describe('secrets at rest', () => {
  it('stand in no table, neither as rows nor in the history', async () => {
    const world = await store.config.loadWorld({ users: true })
    const keys = world.userPools.flatMap((pool) => pool.signingKeys.map((key) => key.privateKeyPem))
    expect(keys).toHaveLength(2)
    const text = await dump()
    expect(text).toContain('AKIASAMPLE0000000001')
    for (const secret of [
      ...Object.values(SAMPLE_SECRETS),
      'demoSecretValue0123456789',
      'PRIVATE KEY',
      ...keys.map((key) => key.slice(40, 90)),
    ]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20))
      expect(text).not.toContain(Buffer.from(secret).toString('hex').slice(0, 20))
    }
  })

  it('are not in the texts of the history, password hashes neither', async () => {
    const texts = await Promise.all([
      store.config.objectText('accessKey', 'AKIASAMPLE0000000001', 1),
      store.config.objectText('function', '111122223333/us-east-1/authorizer', 1),
      store.config.objectText('userPool', 'us-east-1_Sample001', 1),
      store.config.objectText('userPoolUser', 'us-east-1_Sample001/ada', 1),
    ])
    expect(texts.every((text) => text !== null && text.length > 0)).toBe(true)
    for (const secret of [...Object.values(SAMPLE_SECRETS), 'scrypt$', 'PRIVATE KEY']) expect(texts.join('\n')).not.toContain(secret)
  })

  it('do not open in another row: a sealed text is bound to its place', async () => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('BEGIN')
    await client.query(
      `UPDATE "signing_key" a SET "privateKeySealed" = b."privateKeySealed" FROM "signing_key" b WHERE a."kid" = 'kid-id' AND b."kid" = 'kid-access'`,
    )
    await client.query('COMMIT')
    await expect(store.config.loadWorld({ users: false })).rejects.toThrow()
    await client.query(`DELETE FROM "signing_key" WHERE "kid" = 'kid-id'`)
    await client.end()
    expect((await store.config.loadWorld({ users: false })).userPools[0]?.signingKeys).toHaveLength(1)
  })

  it('refuses a wrong GATEHOUSE_SECRET at start with a sentence', async () => {
    const wrong = openStore({ databaseUrl: database.url, secret: second })
    await expect(wrong).rejects.toMatchObject({ name: 'AppError', code: 'conflict', message: expect.stringContaining('GATEHOUSE_SECRET') })
  })

  it('are sealed anew when the secret changes, and then open with the new one alone', async () => {
    const before = await store.config.loadWorld({ users: true })
    const rotated = await openStore({ databaseUrl: database.url, secret: second, previousSecret: first })
    expect(await rotated.config.loadWorld({ users: true })).toEqual(before)
    expect(rotated.installationId).toBe(store.installationId)
    expect(rotated.sessionSecret).not.toBe(store.sessionSecret)
    await rotated.close()
    const later = await openStore({ databaseUrl: database.url, secret: second })
    expect(await later.config.loadWorld({ users: true })).toEqual(before)
    expect([...(await later.demoSecrets.list())]).toEqual([['ALICE_SECRET', 'demoSecretValue0123456789']])
    await later.close()
    await expect(openStore({ databaseUrl: database.url, secret: first })).rejects.toMatchObject({ code: 'conflict' })
  })
})
