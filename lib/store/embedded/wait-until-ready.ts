import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { endClient } from '../end-client'
import type { PostgresProcess } from './postgres-process'

const ASK_EVERY_MS = 40
/** Recovery after a crash replays the log, which takes as long as it takes; a server that says so is waited for. */
const SILENT_MS_MAX = 30_000
const RECOVERY_MS_MAX = 600_000
const TELL_AFTER_MS = 5_000

/** Resolves to true when the server accepts connections, to false when it ended or stays silent. */
export async function waitUntilReady(server: PostgresProcess, url: string, log: (line: string) => void): Promise<boolean> {
  const start = Date.now()
  let heardAt = start
  let told = false
  while (server.isRunning) {
    const answer = await ask(url)
    if (answer === 'ready') return true
    const now = Date.now()
    if (answer === 'starting') heardAt = now
    if (now - heardAt > SILENT_MS_MAX || now - start > RECOVERY_MS_MAX) return false
    if (!told && now - start > TELL_AFTER_MS) {
      log('The database is recovering from a crash')
      told = true
    }
    await Promise.race([delay(ASK_EVERY_MS), server.exited])
  }
  return false
}

async function ask(url: string): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    // 57P03: the database system is starting up, or in recovery.
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'starting' : 'silent'
  } finally {
    await endClient(client)
  }
}
