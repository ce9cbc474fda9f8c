import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { embeddedFailure } from './failure'
import { canEnter, type RunAs } from './unprivileged-user'

/** Lasting places that every user can enter; not a temporary one, which the system empties. */
const CANDIDATES = ['/var/lib/gatehouse', '/usr/local/lib/gatehouse', '/srv/gatehouse', '/opt/gatehouse']

/**
 * Returns a directory of root's that the given user can enter, for what it cannot reach where it lies. Made
 * when missing.
 * @throws AppError `database_unavailable`
 */
export function openSharedPlace(user: RunAs): string {
  for (const dir of CANDIDATES) {
    if (isUsable(dir, user)) return dir
  }
  throw embeddedFailure(
    `The database user cannot enter the data directory, and none of ${CANDIDATES.map(path.dirname).join(', ')} can be written.`,
    'Set GATEHOUSE_DATA_DIR to a directory whose parents everybody may enter (mode 755), or set DATABASE_URL.',
  )
}

function isUsable(dir: string, user: RunAs): boolean {
  try {
    mkdirSync(dir, { recursive: true })
    const found = lstatSync(dir)
    // Programs that run from here must be nobody else's to change.
    if (!found.isDirectory() || found.uid !== 0) return false
    chmodSync(dir, 0o755)
    return canEnter(user, dir)
  } catch {
    return false
  }
}
