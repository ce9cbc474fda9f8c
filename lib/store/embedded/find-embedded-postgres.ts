import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { databaseUrl } from './database-url'
import { isPostgresOf, readPid } from './leftover'
import { readRecord } from './record'

/** Address of the embedded database that a Gatehouse runs on this data directory now; null when none runs. */
export function findEmbeddedPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null
  const dir = realpathSync(dataDir)
  const record = readRecord(dir)
  if (record === null) return null
  const clusterDir = record.clusterDir ?? path.join(dir, 'postgres')
  const pidFile = path.join(clusterDir, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === null || !isPostgresOf(pid, clusterDir)) return null
  // Its fourth line is the port. Source: PostgreSQL, src/include/utils/pidfile.h
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  return Number.isInteger(port) && port > 0 ? databaseUrl({ port, password: record.password }) : null
}
