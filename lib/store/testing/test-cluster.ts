import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../embedded'

export interface TestCluster {
  /** `postgres://…` of a role that may create databases. */
  readonly url: string
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

const PREFIX = 'gatehouse-test-cluster-'

/** Starts a server for one run of tests: many connections, and no waiting for the disk, which nobody reads again. */
export async function startTestCluster(): Promise<TestCluster> {
  sweep()
  const dataDir = path.join(tmpdir(), `${PREFIX}${process.pid}-${process.hrtime.bigint()}`)
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    settings: { max_connections: '400', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Removes what runs that were killed left behind. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid) && !existsSync(path.join(tmpdir(), name, 'postgres', 'postmaster.pid'))) {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
