import pg from 'pg'
import { endClient } from './end-client'

const CHANNEL = 'gatehouse'
const RECONNECT_MS_MIN = 250
const RECONNECT_MS_MAX = 5_000
/** The safety net under NOTIFY: a connection can be dead for minutes before anybody is told. */
const POLL_MS = 15_000
const QUERY_TIMEOUT_MS = 10_000

export interface RevisionListener {
  /** True while the listening connection stands and its last question was answered. */
  readonly connected: () => boolean
  close(): Promise<void>
}

/**
 * Calls `onRevision` with each revision that is higher than those before, also with those committed while the
 * connection was down; first with the current one. Keeps a connection of its own and renews it for ever.
 * `onConnected` is told each time the connection is made or lost.
 */
export function listenForRevisions(
  databaseUrl: string,
  onRevision: (revision: number) => void,
  onConnected: (connected: boolean) => void = () => undefined,
): RevisionListener {
  let last = -1
  const report = (revision: number): void => {
    if (!Number.isSafeInteger(revision) || revision <= last) return
    last = revision
    onRevision(revision)
  }
  const loop = new ListenLoop(databaseUrl, report, onConnected)
  loop.start()
  return { connected: () => loop.connected, close: () => loop.close() }
}

class ListenLoop {
  connected = false
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | null = null
  #closed = false
  #delayMs = RECONNECT_MS_MIN
  readonly #databaseUrl: string
  readonly #report: (revision: number) => void
  readonly #onConnected: (connected: boolean) => void

  constructor(databaseUrl: string, report: (revision: number) => void, onConnected: (connected: boolean) => void) {
    this.#databaseUrl = databaseUrl
    this.#report = report
    this.#onConnected = onConnected
  }

  start(): void {
    if (this.#closed) return
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'gatehouse listener',
    })
    this.#client = client
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    client.on('notification', ({ payload }) => this.#report(Number(payload)))
    this.#connect(client).catch(() => this.#lost(client))
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    if (client !== null) await endClient(client)
  }

  async #connect(client: pg.Client): Promise<void> {
    await client.connect()
    // Listen first, look second: what commits in between is heard.
    await client.query(`LISTEN ${CHANNEL}`)
    await this.#check(client)
    if (this.#client !== client) return
    this.#delayMs = RECONNECT_MS_MIN
    this.#setConnected(true)
    this.#schedulePoll(client)
  }

  async #check(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ revision: number }>('SELECT "revision" FROM "config_head" WHERE "singleton" = 1')
    const revision = rows[0]?.revision
    if (revision !== undefined) this.#report(revision)
  }

  #schedulePoll(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      this.#check(client).then(
        () => {
          if (this.#client === client) this.#schedulePoll(client)
        },
        () => this.#lost(client),
      )
    }, POLL_MS)
    this.#timer.unref()
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = null
    if (this.#timer !== null) clearTimeout(this.#timer)
    client.end().catch(() => undefined)
    this.#setConnected(false)
    if (this.#closed) return
    this.#timer = setTimeout(() => this.start(), this.#delayMs)
    this.#timer.unref()
    this.#delayMs = Math.min(this.#delayMs * 2, RECONNECT_MS_MAX)
  }

  #setConnected(connected: boolean): void {
    if (this.connected === connected) return
    this.connected = connected
    this.#onConnected(connected)
  }
}

/** Announces a revision when the transaction commits. */
export const NOTIFY_CHANNEL = CHANNEL
