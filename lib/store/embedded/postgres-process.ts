import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Binaries, postgresEnvironment } from './binaries'
import type { RunAs } from './unprivileged-user'

const STOP_FAST_MS = 30_000
const LOG_BYTES_MAX = 5_000_000

export interface PostgresOptions {
  readonly binaries: Binaries
  readonly user: RunAs
  readonly clusterDir: string
  readonly port: number
  /** What the server prints is appended here. */
  readonly logFile: string
  /** Settings of postgresql.conf that are not the defaults. */
  readonly settings: Readonly<Record<string, string>>
}

/** Never a socket file, whose path may be too long, and never a statement in the log, which may hold a secret. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '60',
  shared_buffers: '64MB',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
}

/** One run of the server process, with a watcher that stops it when this process dies, however it dies. */
export class PostgresProcess {
  readonly exited: Promise<void>
  #isRunning = true
  readonly #child: ChildProcess
  readonly #watcher: ChildProcess | null
  readonly #options: PostgresOptions

  constructor(options: PostgresOptions) {
    this.#options = options
    const log = openSync(rotated(options.logFile), 'a', 0o600)
    const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    this.#child = spawn(options.binaries.postgres, ['-D', options.clusterDir, '-p', String(options.port), ...settings], {
      ...options.user,
      cwd: path.parse(options.clusterDir).root,
      env: postgresEnvironment(),
      stdio: ['ignore', log, log],
      // A group of its own: Ctrl-C is for Gatehouse, which stops the server when it has stopped itself.
      detached: true,
      windowsHide: true,
    })
    closeSync(log)
    this.exited = new Promise((resolve) => {
      const end = (): void => {
        this.#isRunning = false
        resolve()
      }
      this.#child.on('exit', end)
      this.#child.on('error', end)
    })
    this.#child.unref()
    this.#watcher = this.#child.pid === undefined ? null : startWatcher(this.#child.pid, options.user)
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    this.#child.ref()
    if (this.#isRunning) this.#askToStop()
    const timer = setTimeout(() => this.#child.kill('SIGQUIT'), STOP_FAST_MS)
    await this.exited
    clearTimeout(timer)
    await endWatcher(this.#watcher)
  }

  #askToStop(): void {
    if (process.platform !== 'win32') {
      this.#child.kill('SIGINT')
      return
    }
    const { binaries, clusterDir } = this.#options
    spawnSync(binaries.pgCtl, ['stop', '-D', clusterDir, '-m', 'fast', '-W'], { env: postgresEnvironment(), windowsHide: true })
  }
}

/**
 * A shell that waits for the end of a pipe from this process. When it comes without the word that the server
 * was stopped, this process died, and the shell stops the server.
 */
function startWatcher(pid: number, user: RunAs): ChildProcess | null {
  if (process.platform === 'win32') return null
  const script = 'read -r word; [ "$word" = stopped ] || kill -INT "$1"'
  const watcher = spawn('/bin/sh', ['-c', script, 'gatehouse-database-watcher', String(pid)], {
    ...user,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => undefined)
  watcher.stdin.on('error', () => undefined)
  watcher.unref()
  // A pipe of a child counts as open work; this one must not hold the process.
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref()
  return watcher
}

/** Tells the watcher that there is nothing left to watch, and waits until it is gone. */
async function endWatcher(watcher: ChildProcess | null): Promise<void> {
  if (watcher === null || watcher.exitCode !== null || watcher.signalCode !== null) return
  watcher.ref()
  const gone = new Promise((resolve) => watcher.once('close', resolve))
  watcher.stdin?.end('stopped\n')
  await gone
}

/** The log's file, emptied into a second one when it grew large. */
function rotated(logFile: string): string {
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES_MAX) {
    rmSync(`${logFile}.1`, { force: true })
    renameSync(logFile, `${logFile}.1`)
  }
  return logFile
}

/** The last lines that the server printed, for a message. */
export function lastLogLines(logFile: string, count: number): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}
