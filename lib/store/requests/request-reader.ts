import type { RequestDetail, RequestView } from '../../domain/console-api'
import type { Decision } from '../../domain/decision'
import type { RequestRecord } from '../../gateway/ports'
import type { RequestLogReader } from '../../services/ports'
import type { Database } from '../database'
import type { Prisma, RequestLog as Row } from '../generated/client'
import { inDatabase } from '../prisma-errors'
import type { RequestWriter } from './request-writer'

const LIMIT_MAX = 500
const OUTCOMES = ['allow', 'deny', 'depends', 'error'] as const

/**
 * Reads the request log: what waits to be written and what is written, newest first. `before` is the
 * `requestId` of the last row seen, or a time (ISO 8601).
 */
export function createRequestReader(database: Database, writer: RequestWriter): RequestLogReader {
  return {
    find: async (requestId) => {
      const record = writer.findWaiting(requestId)
      if (record !== null) return { ...recordToView(record), decision: record.decision() }
      return inDatabase(async () => {
        const row = await database.prisma.requestLog.findUnique({ where: { requestId } })
        return row === null ? null : toDetail(row)
      })
    },
    list: (query) => inDatabase(() => listRequests(database, writer, query)),
  }
}

type Query = Parameters<RequestLogReader['list']>[0]

async function listRequests(database: Database, writer: RequestWriter, query: Query): Promise<readonly RequestView[]> {
  const limit = Math.max(1, Math.min(query.limit, LIMIT_MAX))
  const outcome = OUTCOMES.find((name) => name === query.outcome)
  if (query.outcome !== undefined && outcome === undefined) return []
  const before = await findBefore(database, writer, query.before)
  if (before === 'unknown') return []
  const waiting = [...writer.waiting()].map(recordToView).filter((view) => {
    const older = before === null || view.at < before.at || (view.at === before.at && view.requestId > before.requestId)
    return older && (query.api === undefined || view.api === query.api) && (outcome === undefined || view.outcome === outcome)
  })
  const rows = await database.prisma.requestLog.findMany({
    where: { apiId: query.api, outcome, ...(before === null ? {} : olderThan(before)) },
    orderBy: [{ at: 'desc' }, { requestId: 'asc' }],
    take: limit,
    omit: { decision: true },
  })
  const views = new Map([...rows.map(rowToView), ...waiting].map((view) => [view.requestId, view]))
  return [...views.values()].sort(newestFirst).slice(0, limit)
}

/** A row to go on after; ids of one millisecond follow each other in their own order. */
interface Position {
  readonly at: string
  readonly requestId: string
}

async function findBefore(database: Database, writer: RequestWriter, before: string | undefined): Promise<Position | null | 'unknown'> {
  if (before === undefined) return null
  if (/^\d{4}-\d\d-\d\dT/.test(before)) {
    const time = Date.parse(before)
    return Number.isNaN(time) ? 'unknown' : { at: new Date(time).toISOString(), requestId: '￿' }
  }
  const record = writer.findWaiting(before)
  if (record !== null) return { at: new Date(record.atMs).toISOString(), requestId: record.requestId }
  const row = await database.prisma.requestLog.findUnique({ where: { requestId: before }, select: { at: true } })
  return row === null ? 'unknown' : { at: row.at.toISOString(), requestId: before }
}

function olderThan({ at, requestId }: Position): Prisma.RequestLogWhereInput {
  const time = new Date(at)
  return { OR: [{ at: { lt: time } }, { at: time, requestId: { gt: requestId } }] }
}

function newestFirst(a: RequestView, b: RequestView): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.requestId < b.requestId ? -1 : 1
}

function recordToView(record: RequestRecord): RequestView {
  const { requestId, stage, method, path, routeKey, sourceIp, caller, status, outcome, reasonCode, durationUs } = record
  const at = new Date(record.atMs).toISOString()
  return { requestId, at, api: record.apiId, stage, method, path, routeKey, sourceIp, caller, status, outcome, reasonCode, durationUs }
}

function rowToView({ at, apiId, ...rest }: Omit<Row, 'decision'>): RequestView {
  return { ...rest, api: apiId, at: at.toISOString() }
}

function toDetail({ decision, ...row }: Row): RequestDetail {
  // Written by this store from a Decision, and by nobody else.
  return { ...rowToView(row), decision: JSON.parse(decision) as Decision }
}
