import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { endClient } from '../end-client'
import { type Binaries, findBinaries } from './binaries'
import { type ClusterPlace, findClusterPlace } from './cluster-place'
import { lockDataDir } from './data-dir-lock'
import { DATABASE, databaseUrl } from './database-url'
import { embeddedFailure, reasonOf } from './failure'
import { initCluster } from './init-cluster'
import { stopLeftover } from './leftover'
import { lastLogLines, PostgresProcess } from './postgres-process'
import { findUnprivilegedUser, type RunAs } from './unprivileged-user'
import { waitUntilReady } from './wait-until-ready'

export interface EmbeddedPostgresOptions {
  /** Absolute path; made when missing. */
  readonly dataDir: string
  /** Progress, one line at a time. */
  readonly log: (line: string) => void
  /** Settings of postgresql.conf beside Gatehouse's own. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface EmbeddedPostgres {
  /** `postgres://…` of the database `gatehouse`, with the password. The same until `stop`. */
  readonly url: string
  /** Process of the server; another one after the server had to be started again. */
  pid(): number | undefined
  /** Stops the server cleanly and gives the data directory free. */
  stop(): Promise<void>
}

const START_DELAYS_MS = [0, 300, 1_000, 3_000]
const RESTART_DELAY_MS_MAX = 30_000

/**
 * Starts PostgreSQL from its npm package on the data directory: loopback only, a free port, a password of its
 * own. A server that a killed run left behind is stopped first; one that dies is started again on its port.
 * @throws AppError `database_unavailable`, its message saying what happened and what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = openDataDir(options.dataDir)
  const lock = lockDataDir(dataDir)
  try {
    const user = findUnprivilegedUser()
    const binaries = findBinaries(user, options.log)
    const place = findClusterPlace(dataDir, user, options.log)
    await stopLeftover(place.dir, options.log)
    if (initCluster(binaries, place, user)) options.log('Made a new database')
    const supervisor = new Supervisor({ ...options, dataDir }, { binaries, place, user })
    await supervisor.start()
    await createDatabase(supervisor.urlOf('postgres'))
    return {
      url: supervisor.urlOf(DATABASE),
      pid: () => supervisor.pid,
      stop: async () => {
        await supervisor.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    return realpathSync(dataDir)
  } catch (error) {
    throw embeddedFailure(
      `The data directory ${dataDir} cannot be made: ${reasonOf(error)}.`,
      'Set GATEHOUSE_DATA_DIR to a directory that may be written.',
      error,
    )
  }
}

class Supervisor {
  readonly #options: EmbeddedPostgresOptions
  readonly #parts: { readonly binaries: Binaries; readonly place: ClusterPlace; readonly user: RunAs }
  readonly #logFile: string
  #server: PostgresProcess | null = null
  #port = 0
  #stopping = false

  constructor(options: EmbeddedPostgresOptions, parts: { binaries: Binaries; place: ClusterPlace; user: RunAs }) {
    this.#options = options
    this.#parts = parts
    this.#logFile = path.join(options.dataDir, 'postgres.log')
  }

  get pid(): number | undefined {
    return this.#server?.pid
  }

  urlOf(database: string): string {
    return databaseUrl({ port: this.#port, password: this.#parts.place.password, database })
  }

  /** A port that was free a moment ago may be taken, and a server just killed may need a moment: it is tried again. */
  async start(): Promise<void> {
    for (const delayMs of START_DELAYS_MS) {
      await delay(delayMs)
      this.#port = await freePort()
      if (await this.#run()) return
    }
    throw embeddedFailure(
      `The embedded database does not start. It printed last:\n${lastLogLines(this.#logFile, 5)}\n`,
      `The whole log is ${this.#logFile}. A full disk and too little memory are the usual reasons; DATABASE_URL uses a server of yours instead.`,
    )
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#server?.stop()
  }

  async #run(): Promise<boolean> {
    const { binaries, place, user } = this.#parts
    const server = new PostgresProcess({
      binaries,
      user,
      clusterDir: place.dir,
      port: this.#port,
      logFile: this.#logFile,
      settings: this.#options.settings ?? {},
    })
    if (!(await waitUntilReady(server, this.urlOf('postgres'), this.#options.log))) {
      await server.stop()
      return false
    }
    this.#server = server
    void server.exited.then(() => this.#revive())
    return true
  }

  async #revive(): Promise<void> {
    for (let delayMs = 500; !this.#stopping; delayMs = Math.min(delayMs * 2, RESTART_DELAY_MS_MAX)) {
      this.#options.log(`The database server ended unexpectedly (log: ${this.#logFile}); starting it again`)
      await delay(delayMs, undefined, { ref: false })
      if (this.#stopping || (await this.#run())) return
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw embeddedFailure('No free port was found.', 'Start again.')
  return address.port
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await endClient(client)
  }
}
