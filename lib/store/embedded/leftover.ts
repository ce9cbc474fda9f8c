import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { embeddedFailure } from './failure'

const FAST_STOP_MS = 30_000
const IMMEDIATE_STOP_MS = 15_000
const LOOK_EVERY_MS = 50

/**
 * Ends the server that a killed Gatehouse left on this cluster, so that the next one is our child and its
 * port and settings are ours; nothing that was committed is lost by it. A postmaster.pid whose process is
 * gone, or is another program by now, is removed: PostgreSQL itself would refuse to start over the latter.
 * @throws AppError `database_unavailable` when the server does not end.
 */
export async function stopLeftover(clusterDir: string, log: (line: string) => void): Promise<void> {
  const pidFile = path.join(clusterDir, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === null) return
  if (!isPostgresOf(pid, clusterDir)) {
    rmSync(pidFile, { force: true })
    return
  }
  log('Stopping the database server that the last run left behind')
  signal(pid, 'SIGINT')
  if (await isGone(pid, clusterDir, FAST_STOP_MS)) return
  signal(pid, 'SIGQUIT')
  if (await isGone(pid, clusterDir, IMMEDIATE_STOP_MS)) return
  throw embeddedFailure(
    `A database server (process ${pid}) still runs on ${clusterDir} and does not stop.`,
    `End it with \`kill ${pid}\` and start again.`,
  )
}

/** Process of a postmaster.pid; null when there is no such file. */
export function readPid(pidFile: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    return Number.isSafeInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

/** True when the process is a postgres that was started on this directory. */
export function isPostgresOf(pid: number, clusterDir: string): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(clusterDir)
}

function commandOf(pid: number): string {
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
    return spawnSync('powershell.exe', ['-NoProfile', '-Command', query], { encoding: 'utf8' }).stdout ?? ''
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    if (process.platform === 'linux') return ''
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already: the next look tells.
  }
}

async function isGone(pid: number, clusterDir: string, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if (!isPostgresOf(pid, clusterDir)) return true
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return false
}
