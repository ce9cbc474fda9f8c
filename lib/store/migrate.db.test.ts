import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyMigrations, findMigrationsDir } from './migrate'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

let database: TestDatabase
let client: pg.Client
let dir: string

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  dir = await mkdtemp(path.join(tmpdir(), 'gatehouse-migrations-'))
  await cp(findMigrationsDir(), dir, { recursive: true })
})

afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(dir, { recursive: true })
})

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, name))
  await writeFile(path.join(dir, name, 'migration.sql'), sql)
}

describe('migrations', () => {
  it('are applied once, however many processes start at the same time', async () => {
    await addMigration('90000000000000_add_note', 'CREATE TABLE "note" ("id" INTEGER NOT NULL PRIMARY KEY);')
    const applied = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(database.url, dir)))
    expect(applied.flat()).toEqual(['90000000000000_add_note'])
    expect(await applyMigrations(database.url, dir)).toEqual([])
  })

  it('leave nothing behind when one fails, and go on when it is mended', async () => {
    await addMigration('90000000000001_broken', 'CREATE TABLE "half" ("id" INTEGER); SELECT nothing FROM nowhere;')
    await expect(applyMigrations(database.url, dir)).rejects.toThrow()
    expect((await client.query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }])
    await rm(path.join(dir, '90000000000001_broken'), { recursive: true })
    expect(await applyMigrations(database.url, dir)).toEqual([])
  })

  it('of a newer version stop an older one with a sentence', async () => {
    await expect(applyMigrations(database.url)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('newer version'),
    })
  })

  it('that were applied with another text are told', async () => {
    await writeFile(path.join(dir, '90000000000000_add_note', 'migration.sql'), 'SELECT 1;')
    await expect(applyMigrations(database.url, dir)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('another text'),
    })
  })
})
