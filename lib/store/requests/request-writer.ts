import { isAppError } from '../../domain/errors'
import type { RequestLog, RequestRecord } from '../../gateway/ports'
import type { Database } from '../database'
import type { Prisma } from '../generated/client'
import { asDatabaseError } from '../prisma-errors'
import { Budget, type Gap } from './budget'

const FLUSH_MS = 1_000
const BATCH_MAX = 500
/** What waits while the database is down; older requests become gaps. */
const WAITING_MAX = 5_000
/** Trees are built this many at a time, with the event loop free in between. */
const TREES_PER_TURN = 25
const KEPT_ROWS_MAX = 200_000
const PRUNE_EVERY_FLUSHES = 300

export interface RequestWriter extends RequestLog {
  /** Requests whose batch is not written yet, oldest first. */
  readonly waiting: () => Iterable<RequestRecord>
  readonly findWaiting: (requestId: string) => RequestRecord | null
  /** Writes what waits now; never rejects. */
  flush(): Promise<void>
  /** Writes what waits and stops. */
  close(): Promise<void>
}

/** Keeps requests in memory until they are written, in batches of one second. */
export function createRequestWriter(database: Database): RequestWriter {
  const writer = new BatchingWriter(database)
  return {
    append: (record) => writer.append(record),
    waiting: () => writer.waiting.values(),
    findWaiting: (requestId) => writer.waiting.get(requestId) ?? null,
    flush: () => writer.flush(),
    close: () => writer.close(),
  }
}

class BatchingWriter {
  /** In the order of arrival. */
  readonly waiting = new Map<string, RequestRecord>()
  readonly #budget = new Budget()
  readonly #database: Database
  #running: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #flushes = 0
  #closed = false

  constructor(database: Database) {
    this.#database = database
  }

  append(record: RequestRecord): void {
    if (this.#closed) return
    if (this.#budget.take(record)) {
      if (this.waiting.size >= WAITING_MAX) this.#dropOldest()
      this.waiting.set(record.requestId, record)
    } else {
      this.#budget.count(record)
    }
    this.#schedule()
  }

  flush(): Promise<void> {
    this.#running ??= this.#writeAll().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
    await this.flush()
  }

  #dropOldest(): void {
    for (const [requestId, record] of this.waiting) {
      this.waiting.delete(requestId)
      this.#budget.count(record)
      return
    }
  }

  #schedule(): void {
    if (this.#timer !== null || this.#closed) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.flush().then(() => {
        if (this.waiting.size > 0) this.#schedule()
      })
    }, FLUSH_MS)
    this.#timer.unref()
  }

  async #writeAll(): Promise<void> {
    try {
      await this.#writeGaps()
      for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) await this.#writeBatch(batch)
      if (this.#flushes++ % PRUNE_EVERY_FLUSHES === 0) await this.#prune()
    } catch {
      // The database is away: everything still waits, and the next flush tries again.
    }
  }

  #nextBatch(): readonly RequestRecord[] {
    const batch: RequestRecord[] = []
    for (const record of this.waiting.values()) {
      if (batch.push(record) === BATCH_MAX) break
    }
    return batch
  }

  async #writeBatch(batch: readonly RequestRecord[]): Promise<void> {
    const rows: Prisma.RequestLogCreateManyInput[] = []
    for (const [index, record] of batch.entries()) {
      if (index > 0 && index % TREES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
      const row = toRow(record)
      if (row === null) this.#budget.count(record)
      else rows.push(row)
    }
    try {
      await this.#database.prisma.requestLog.createMany({ data: rows, skipDuplicates: true })
    } catch (error) {
      const failure = asDatabaseError(error)
      if (isAppError(failure) && failure.code === 'database_unavailable') throw error
      // One row that PostgreSQL refuses must not hold up all that come after it.
      for (const record of batch) this.#budget.count(record)
    }
    for (const record of batch) this.waiting.delete(record.requestId)
  }

  async #writeGaps(): Promise<void> {
    const gaps = this.#budget.takeGaps()
    if (gaps.length === 0) return
    try {
      await this.#database.prisma.requestGap.createMany({ data: gaps.map(toGapRow) })
    } catch (error) {
      this.#budget.returnGaps(gaps)
      throw error
    }
  }

  async #prune(): Promise<void> {
    const { prisma } = this.#database
    const oldest = await prisma.requestLog.findFirst({
      orderBy: [{ at: 'desc' }, { requestId: 'asc' }],
      skip: KEPT_ROWS_MAX,
      select: { at: true },
    })
    if (oldest === null) return
    await prisma.requestLog.deleteMany({ where: { at: { lte: oldest.at } } })
    await prisma.requestGap.deleteMany({ where: { at: { lte: oldest.at } } })
  }
}

function toGapRow({ atMs, ...gap }: Gap): Prisma.RequestGapCreateManyInput {
  return { ...gap, at: new Date(atMs) }
}

/** Null when the tree cannot be built: such a request is counted. */
function toRow(record: RequestRecord): Prisma.RequestLogCreateManyInput | null {
  const { decision, atMs, ...rest } = record
  try {
    return {
      ...withoutNul(rest),
      durationUs: Math.min(Math.round(rest.durationUs), 2 ** 31 - 1),
      at: new Date(atMs),
      decision: withoutNul({ text: JSON.stringify(decision()) }).text,
    }
  } catch {
    return null
  }
}

/** PostgreSQL's text has no U+0000, a path may. */
function withoutNul<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '�') : value])
  return Object.fromEntries(entries)
}
