import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { embeddedFailure } from './failure'

/** Whom PostgreSQL runs as; an empty object is the user of this process. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

/** In this order. PostgreSQL needs a user that the system knows by name and refuses to be root. */
const USERS = ['postgres', '_postgres', 'gatehouse', 'nobody']

/**
 * Returns the user to run PostgreSQL as: this process's own, unless that is root; then the first known
 * unprivileged one, `postgres` being made when it is missing.
 * @throws AppError `database_unavailable` when root finds and makes none.
 */
export function findUnprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const found = findUser('postgres') ?? makePostgresUser() ?? USERS.map(findUser).find((user) => user !== null)
  if (found) return found
  throw embeddedFailure(
    'PostgreSQL refuses to run as root, and there is no other user for it.',
    'Make one with `useradd --system postgres`, start Gatehouse as another user, or set DATABASE_URL.',
  )
}

function findUser(name: string): Required<RunAs> | null {
  let passwd = ''
  try {
    passwd = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return null
  }
  for (const line of passwd.split('\n')) {
    const [user, , uid, gid] = line.split(':')
    if (user === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  return null
}

/** useradd of most systems, adduser of BusyBox. */
function makePostgresUser(): Required<RunAs> | null {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' })
  if (findUser('postgres') === null) {
    spawnSync('addgroup', ['-S', 'postgres'], { stdio: 'ignore' })
    spawnSync('adduser', ['-S', '-D', '-H', '-G', 'postgres', 'postgres'], { stdio: 'ignore' })
  }
  return findUser('postgres')
}

/** True when that user can enter the directory. */
export function canEnter(user: RunAs, dir: string): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
