import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Role } from '../../domain/console-api'
import { buildSandboxWorker } from '../../sandbox/testing/build-worker'
import type { ActorContext, Services } from '../../services'
import { openStore, type Store } from '../../store'
import { createTestDatabase } from '../../store/testing'
import { composeRuntime, type Runtime } from '../compose'

export interface TestRuntime {
  readonly runtime: Runtime
  readonly services: Services
  readonly store: Store
  /** The context of a caller with this role. */
  as(role: Role, ifMatch?: string): ActorContext
  close(): Promise<void>
}

export const TEST_API_TOKEN = 'operator-token-of-the-test-runtime'

/** Opens the whole runtime on an empty database of its own, without a port and without the console. */
export async function openTestRuntime(options: { loopback?: boolean } = {}): Promise<TestRuntime> {
  const database = await createTestDatabase()
  const store = await openStore({ databaseUrl: database.url, secret: 'a secret of the test runtime, long enough' })
  const sandboxWorkerUrl = await buildSandboxWorker()
  const runtime = await composeRuntime({
    store,
    settings: {
      publicUrl: 'http://localhost:3000',
      gatewayDomain: 'execute-api.localhost',
      sessionSecret: store.sessionSecret,
      cookiePrefix: 'gatehouse_test',
      loopback: options.loopback ?? true,
      apiToken: TEST_API_TOKEN,
    },
    sandboxWorkerUrl,
    egressAllow: [],
    isOwnAddress: () => false,
  })
  return {
    runtime,
    services: runtime.services,
    store,
    as: (role, ifMatch) => ({ actor: { type: 'consoleUser', id: `id-of-${role}`, name: `${role}@example.com`, role }, ifMatch }),
    async close() {
      await runtime.close()
      await database.drop()
      rmSync(dirname(fileURLToPath(sandboxWorkerUrl)), { recursive: true, force: true })
    },
  }
}
