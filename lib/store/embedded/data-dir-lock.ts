import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { embeddedFailure } from './failure'

export interface DataDirLock {
  release(): void
}

const LOCK_FILE = 'gatehouse.lock'

/**
 * Takes the data directory for this process. A lock whose process is gone is taken over.
 * @throws AppError `database_unavailable` while another process that lives holds it.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const file = path.join(dataDir, LOCK_FILE)
  const mine = `${process.pid} ${startOf(process.pid)} ${randomBytes(6).toString('hex')}`
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(file, mine)) return { release: () => releaseOwn(file, mine) }
    const holder = read(file)
    if (holder === null) continue
    if (isAlive(holder)) {
      throw embeddedFailure(
        `Another Gatehouse (process ${holder.split(' ')[0]}) uses ${dataDir}.`,
        'Stop it first, or give this one a GATEHOUSE_DATA_DIR of its own.',
      )
    }
    removeStale(file, holder)
  }
  throw embeddedFailure(`${file} cannot be taken.`, 'Several processes start on this data directory at once: start one only.')
}

/** Creates the file with its content in one step: nobody reads it half written. */
function create(file: string, content: string): boolean {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(temporary, content, { mode: 0o600 })
  try {
    linkSync(temporary, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw embeddedFailure(`${file} cannot be written.`, 'See that the data directory is writable for this user.', error)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Moves the stale lock away; if somebody took over in between, theirs is put back. */
function removeStale(file: string, holder: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(file, aside)
    const moved = read(aside)
    if (moved !== null && moved !== holder) linkSync(aside, file)
  } catch {
    // Somebody else was quicker: the next attempt looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}

function releaseOwn(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true })
}

function isAlive(holder: string): boolean {
  const [pid = '', start = ''] = holder.split(' ')
  if (!/^\d+$/.test(pid)) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  // The number may have gone to another process since: its start tells, where the system says it.
  return startOf(Number(pid)) === start
}

/** When the process started, in ticks since boot with the boot's id; `0` where there is no /proc, `ended` for one that only waits to be reaped. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
    const ticks = fields[19] ?? '0'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`
  } catch {
    return '0'
  }
}
