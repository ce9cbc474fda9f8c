import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { applyMigrations, findMigrationsDir } from '../migrate'
import { startTestCluster } from './test-cluster'

export interface TestDatabase {
  /** `postgres://…` of an empty, migrated database of its own. */
  readonly url: string
  drop(): Promise<void>
}

/** Any constant: one process at a time makes a template or copies it. */
const TEMPLATE_LOCK = 4_728_345_102

let ownCluster: Promise<string> | null = null

/**
 * Makes a database by copying a migrated template: in the cluster of GATEHOUSE_TEST_CLUSTER_URL, else in one
 * that this process starts for itself and that ends with it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = process.env.GATEHOUSE_TEST_CLUSTER_URL ?? (await startOwnCluster())
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(clusterUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const template = await ensureTemplate(client, clusterUrl)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  return {
    url: urlOf(clusterUrl, name),
    drop: () => asAdmin(clusterUrl, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  }
}

function startOwnCluster(): Promise<string> {
  ownCluster ??= startTestCluster().then((cluster) => cluster.url)
  return ownCluster
}

/** Named after the text of the migrations: a changed migration makes another template. */
async function ensureTemplate(client: pg.Client, clusterUrl: string): Promise<string> {
  const hash = createHash('sha256')
  const dir = findMigrationsDir()
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(name).update(readFileSync(path.join(dir, name, 'migration.sql')))
  }
  const template = `template_${hash.digest('hex').slice(0, 16)}`
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
  if (rowCount !== 0) return template
  // Named last: a template that exists is complete.
  const building = `building_${randomBytes(8).toString('hex')}`
  await client.query(`CREATE DATABASE ${building}`)
  await applyMigrations(urlOf(clusterUrl, building))
  await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`)
  return template
}

function urlOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  return url.href
}

async function asAdmin(clusterUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
