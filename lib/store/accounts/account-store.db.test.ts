import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../open-store'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.url, secret: 'a secret of forty characters, or about so' })
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const inAnHour = (): Date => new Date(Date.now() + 3_600_000)
const newUser = (role: 'viewer' | 'editor' | 'admin' = 'editor') =>
  store.accounts.createUser({ email: `${randomUUID()}@example.com`, name: 'Ada', role, passwordHash: null })

describe('set-up link', () => {
  it('makes one admin however many redeem it at the same time', async () => {
    await store.accounts.saveSetupLink(hash('old'), inAnHour())
    await store.accounts.saveSetupLink(hash('link'), inAnHour())
    const redeem = (token: string) =>
      store.accounts.redeemSetupLink(hash(token), { email: `${randomUUID()}@example.com`, name: 'First', passwordHash: null })
    expect(await redeem('old')).toBeNull()
    const made = await Promise.all(Array.from({ length: 8 }, () => redeem('link')))
    expect(made.filter((user) => user !== null)).toMatchObject([{ role: 'admin', disabled: false }])
    expect(await store.accounts.countAdmins()).toBe(1)
    expect(await redeem('link')).toBeNull()
  })

  it('makes nobody once there is an admin, or after it expired', async () => {
    const admin = { email: 'late@example.com', name: 'Late', passwordHash: null }
    await store.accounts.saveSetupLink(hash('second'), inAnHour())
    expect(await store.accounts.redeemSetupLink(hash('second'), admin)).toBeNull()
    await store.accounts.saveSetupLink(hash('expired'), new Date(Date.now() - 1))
    expect(await store.accounts.redeemSetupLink(hash('expired'), admin)).toBeNull()
  })
})

describe('sessions', () => {
  it('hold until they are revoked, expired, or their user is disabled; a changed role shows at once', async () => {
    const user = await newUser()
    const session = await store.accounts.createSession(user.id, inAnHour())
    expect(await store.accounts.findSessionUser(session.id)).toMatchObject({ id: user.id, role: 'editor' })
    await store.accounts.updateUser(user.id, { role: 'viewer' })
    expect(await store.accounts.findSessionUser(session.id)).toMatchObject({ role: 'viewer' })
    await store.accounts.updateUser(user.id, { disabled: true })
    expect(await store.accounts.findSessionUser(session.id)).toBeNull()
    await store.accounts.updateUser(user.id, { disabled: false })
    expect(await store.accounts.findSessionUser(session.id)).not.toBeNull()
    await store.accounts.revokeSession(session.id)
    expect(await store.accounts.findSessionUser(session.id)).toBeNull()
    const expired = await store.accounts.createSession(user.id, new Date(Date.now() - 1))
    expect(await store.accounts.findSessionUser(expired.id)).toBeNull()
  })

  it('end all at once for a user, and for no other', async () => {
    const [ada, ben] = [await newUser(), await newUser()]
    const mine = [await store.accounts.createSession(ada.id, inAnHour()), await store.accounts.createSession(ada.id, inAnHour())]
    const other = await store.accounts.createSession(ben.id, inAnHour())
    await store.accounts.revokeSessionsOf(ada.id)
    for (const { id } of mine) expect(await store.accounts.findSessionUser(id)).toBeNull()
    expect(await store.accounts.findSessionUser(other.id)).toMatchObject({ id: ben.id })
  })

  it('are kept as hashes only', async () => {
    const { id } = await store.accounts.createSession((await newUser()).id, inAnHour())
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query<{ text: string }>('SELECT t::text AS text FROM "console_session" t')
    await client.end()
    expect(rows.map((row) => row.text).join()).toContain(hash(id))
    expect(rows.map((row) => row.text).join()).not.toContain(id)
  })
})

describe('console users', () => {
  it('have one account per address, however it is spelled', async () => {
    const user = await store.accounts.createUser({ email: ' Ada@Example.com ', name: 'Ada', role: 'admin', passwordHash: 'x' })
    expect(await store.accounts.findUserByEmail('ADA@example.com')).toEqual(user)
    const twin = store.accounts.createUser({ email: 'ada@EXAMPLE.com', name: 'Twin', role: 'viewer', passwordHash: null })
    await expect(twin).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
    for (const email of ['', '__proto__', "' OR 1=1 --", '%']) expect(await store.accounts.findUserByEmail(email)).toBeNull()
  })

  it('are not found is said as such', async () => {
    await expect(store.accounts.updateUser(randomUUID(), { name: 'Nobody' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('API tokens', () => {
  it('work from creation to revocation', async () => {
    const { id } = await store.accounts.createToken({ name: 'ci', role: 'editor', tokenHash: hash('token') })
    expect(await store.accounts.findToken(hash('token'))).toEqual({ id, name: 'ci', role: 'editor' })
    expect(await store.accounts.listTokens()).toMatchObject([{ id, lastUsedAt: expect.any(String) }])
    expect(await store.accounts.revokeToken(id)).toBe(true)
    expect(await store.accounts.revokeToken(id)).toBe(false)
    expect(await store.accounts.findToken(hash('token'))).toBeNull()
    expect(await store.accounts.listTokens()).toEqual([])
  })
})
