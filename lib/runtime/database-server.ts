import { resolve } from 'node:path'
import { startEmbeddedPostgres } from '../store/embedded'
import type { Env } from './env'

export interface DatabaseHandle {
  readonly url: string
  readonly embedded: boolean
  stop(): Promise<void>
}

/** The database of DATABASE_URL, else an embedded PostgreSQL in the data directory. */
export async function openDatabaseServer(env: Env): Promise<DatabaseHandle> {
  if (env.databaseUrl !== null) return { url: env.databaseUrl, embedded: false, stop: async () => undefined }
  const server = await startEmbeddedPostgres({ dataDir: resolve(env.dataDir), log: (line) => console.log(line) })
  return { url: server.url, embedded: true, stop: () => server.stop() }
}
