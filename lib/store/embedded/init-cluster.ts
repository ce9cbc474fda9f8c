import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Binaries, postgresEnvironment } from './binaries'
import type { ClusterPlace } from './cluster-place'
import { embeddedFailure } from './failure'
import type { RunAs } from './unprivileged-user'

/** initdb writes this file in the middle of its work; ours, written after it, says that it ended. */
const DONE_FILE = 'gatehouse.initialised'

/**
 * Makes the cluster when there is none; what an interrupted start left half made is made anew.
 * @throws AppError `database_unavailable`
 */
export function initCluster(binaries: Binaries, place: ClusterPlace, user: RunAs): boolean {
  const done = path.join(place.dir, DONE_FILE)
  // postmaster.opts: a server ran on it, so it may hold data, whoever made it.
  if (existsSync(done) || existsSync(path.join(place.dir, 'postmaster.opts'))) {
    requireSameVersion(binaries, place.dir)
    return false
  }
  for (const name of readdirSync(place.dir)) rmSync(path.join(place.dir, name), { recursive: true, force: true })
  const passwordFile = path.join(path.dirname(place.dir), `.password-${randomBytes(6).toString('hex')}`)
  try {
    writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600, flag: 'wx' })
    if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid)
    runInitdb(binaries, place.dir, passwordFile, user)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(done, '', { flush: true })
  return true
}

function runInitdb(binaries: Binaries, dir: string, passwordFile: string, user: RunAs): void {
  const args = [
    `--pgdata=${dir}`,
    '--username=gatehouse',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  const run = spawnSync(binaries.initdb, args, { ...user, cwd: path.parse(dir).root, env: postgresEnvironment(), encoding: 'utf8' })
  if (run.status === 0) return
  const said = run.error?.message ?? run.stderr.trim().split('\n').slice(-3).join(' ')
  throw embeddedFailure(
    `The database could not be made in ${dir}: ${said}.`,
    'See that there is room on the disk and that the directory may be written, or set DATABASE_URL.',
  )
}

function requireSameVersion(binaries: Binaries, dir: string): void {
  const stored = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim()
  const run = spawnSync(binaries.postgres, ['--version'], { env: postgresEnvironment(), encoding: 'utf8' })
  const brought = /(\d+)(?:\.\d+|devel|beta\d+)?\s*$/.exec(run.stdout ?? '')?.[1] ?? stored
  if (brought === stored) return
  throw embeddedFailure(
    `The data in ${dir} is PostgreSQL ${stored}'s; this version of Gatehouse brings PostgreSQL ${brought}.`,
    'Start the Gatehouse that made it, export the workspace with ?secrets=true, and import it into a new data directory.',
  )
}
