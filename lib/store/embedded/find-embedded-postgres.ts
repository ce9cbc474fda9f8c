import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readRecord } from './record'

/** Line of postmaster.pid that names the port. Source: PostgreSQL, miscadmin.h, LOCK_FILE_LINE_PORT. */
const PORT_LINE = 4

/** Returns the address of the database that a running Gatehouse keeps in this data directory, or null. */
export function findEmbeddedPostgres(dataDir: string): string | null {
  const record = existsSync(dataDir) ? readRecord(dataDir) : null
  if (record === null) return null
  const pidFile = path.join(record.clusterDir ?? path.join(dataDir, 'postgres'), 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE - 1])
  if (!Number.isInteger(port) || port <= 0) return null
  return `postgres://gatehouse:${encodeURIComponent(record.password)}@127.0.0.1:${port}/gatehouse`
}
