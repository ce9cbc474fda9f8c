import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { AppError } from '../domain/errors'
import { endClient } from './end-client'
import { asDatabaseError } from './prisma-errors'

/** Any constant will do, as long as every node of an installation uses the same. */
const MIGRATION_LOCK = 4_728_345_101

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) NOT NULL PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of migration.sql, lower-case hex. */
  readonly checksum: string
}

/**
 * Brings a database to the schema of this version and returns the names of the migrations it applied; an
 * empty list when there was nothing to do. Safe to call from several processes at once: one migrates, the
 * others wait. Each migration is one transaction. The history is kept in Prisma's own table.
 * @throws AppError `database_unavailable`; `conflict` when the database is of a newer or another version.
 */
export async function applyMigrations(databaseUrl: string, migrationsDir: string = findMigrationsDir()): Promise<readonly string[]> {
  const migrations = await readMigrations(migrationsDir)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {
    // The query that is under way rejects with the same failure.
  })
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client, migrations)
  } catch (error) {
    throw asDatabaseError(error)
  } finally {
    await endClient(client)
  }
}

/** prisma/migrations of the folder that this file, or the bundle it went into, lies in. */
export function findMigrationsDir(): string {
  const start = path.dirname(fileURLToPath(import.meta.url))
  for (let dir = start; ; dir = path.dirname(dir)) {
    const candidate = path.join(dir, 'prisma', 'migrations')
    if (existsSync(candidate)) return candidate
    if (dir === path.dirname(dir)) throw new Error(`No prisma/migrations folder above ${start}.`)
  }
}

async function readMigrations(dir: string): Promise<readonly Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(HISTORY_TABLE)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  )
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  refuseStrangers(applied, migrations)
  const missing = migrations.filter((migration) => !applied.has(migration.name))
  for (const migration of missing) await applyOne(client, migration)
  return missing.map((migration) => migration.name)
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new AppError(
        'conflict',
        `The database has the migration ${name}, which this version of Gatehouse does not know. Start the newer version.`,
      )
    }
    if (known.get(name) !== checksum) {
      throw new AppError('conflict', `The migration ${name} was applied to the database with another text than this version has.`)
    }
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
