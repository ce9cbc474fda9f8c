import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type EmbeddedRecord, readRecord, writeRecord } from './record'
import { openSharedPlace } from './shared-place'
import { canEnter, type RunAs } from './unprivileged-user'

export interface ClusterPlace {
  /** Holds PG_VERSION once the cluster is made. */
  readonly dir: string
  readonly password: string
}

/**
 * Returns where the cluster of a data directory lies and its password, remembering both at the first start.
 * It lies in the data directory, unless the database's user cannot enter that: then in a lasting place of the
 * system that it can. A cluster that became unreachable is moved, never made anew.
 */
export function findClusterPlace(dataDir: string, user: RunAs, log: (line: string) => void): ClusterPlace {
  const record = readRecord(dataDir) ?? remember(dataDir, { clusterDir: null, password: randomBytes(24).toString('base64url') })
  const inside = path.join(dataDir, 'postgres')
  if (record.clusterDir !== null) return { dir: record.clusterDir, password: record.password }
  if (canEnter(user, dataDir)) {
    giveTo(user, inside)
    return { dir: inside, password: record.password }
  }
  const outside = makeOutside(dataDir, user)
  log(`The database is kept in ${outside}: its user cannot enter ${dataDir}`)
  if (existsSync(path.join(inside, 'PG_VERSION'))) move(inside, outside)
  giveTo(user, outside)
  remember(dataDir, { ...record, clusterDir: outside })
  return { dir: outside, password: record.password }
}

function remember(dataDir: string, record: EmbeddedRecord): EmbeddedRecord {
  writeRecord(dataDir, record)
  return record
}

/** Named after the data directory, and by chance: a new directory under an old name is another installation. */
function makeOutside(dataDir: string, user: RunAs): string {
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  const base = path.join(openSharedPlace(user), 'clusters', `${name}-${randomBytes(4).toString('hex')}`)
  mkdirSync(base, { recursive: true, mode: 0o755 })
  chmodSync(path.dirname(base), 0o755)
  chmodSync(base, 0o755)
  writeFileSync(path.join(base, 'README'), `The database of the Gatehouse whose data directory is ${realpathSync(dataDir)}.\n`)
  return path.join(base, 'postgres')
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // Another file system: the copy is complete before the original goes.
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    rmSync(from, { recursive: true, force: true })
  }
}

/** The directory exists, belongs to the user with all that is in it, and is closed to everybody else. */
function giveTo(user: RunAs, dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  if (user.uid === undefined || user.gid === undefined || lstatSync(dir).uid === user.uid) return
  chownAll(dir, user.uid, user.gid)
}

function chownAll(file: string, uid: number, gid: number): void {
  const found = lstatSync(file)
  if (found.isSymbolicLink()) return
  if (found.isDirectory()) for (const name of readdirSync(file)) chownAll(path.join(file, name), uid, gid)
  // The directory itself comes last: it tells that all in it was given.
  chownSync(file, uid, gid)
}
