import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'

export type Transaction = Prisma.TransactionClient

export interface Database {
  readonly prisma: PrismaClient
  /** What Prisma sent so far; a test counts with it. */
  readonly queryCount: () => number
  close(): Promise<void>
}

/** A pool of ten connections to the database. Connects when first asked. */
export function openDatabase(databaseUrl: string): Database {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: 10,
      connectionTimeoutMillis: 10_000,
      // The adapter reads every time as UTC, whatever zone the server writes it in.
      options: '-c TimeZone=UTC',
      application_name: 'gatehouse',
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  )
  const prisma = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { maxWait: 15_000, timeout: 120_000 },
  })
  let queries = 0
  prisma.$on('query', () => {
    queries += 1
  })
  return { prisma, queryCount: () => queries, close: () => prisma.$disconnect() }
}
