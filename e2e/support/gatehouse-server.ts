/** A Gatehouse of its own: fresh database in the shared cluster, the production build, PORT=0. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createTestDatabase } from '../../lib/store/testing'

const ROOT = join(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 60_000

export interface GatehouseServer {
  readonly url: string
  readonly port: number
  readonly databaseUrl: string
  readonly secret: string
  readonly apiToken: string
  readonly admin: { readonly email: string; readonly password: string }
  /** Everything printed so far. */
  readonly output: () => string
  /** Stops the process with a signal and starts it again on the same database. */
  restart(signal: NodeJS.Signals): Promise<void>
  stop(): Promise<void>
}

export interface ServerOptions {
  /** `none` starts empty; default `demo`. */
  readonly seed?: 'demo' | 'none'
  /** False leaves the first admin to the set-up link. */
  readonly admin?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** Resolves when the ready line is printed. */
export async function startGatehouse(options: ServerOptions = {}): Promise<GatehouseServer> {
  const database = await createTestDatabase()
  const secret = randomBytes(32).toString('base64url')
  const apiToken = randomBytes(24).toString('base64url')
  const admin = { email: 'admin@fernhill.example', password: randomBytes(12).toString('base64url') }
  const env: Record<string, string | undefined> = {
    ...process.env,
    PORT: '0',
    DATABASE_URL: database.url,
    GATEHOUSE_SECRET: secret,
    GATEHOUSE_API_TOKEN: apiToken,
    GATEHOUSE_SEED: options.seed ?? 'demo',
    GATEHOUSE_TRUSTED_PROXIES: '127.0.0.0/8,::1',
    ...(options.admin === false ? {} : { GATEHOUSE_ADMIN_EMAIL: admin.email, GATEHOUSE_ADMIN_PASSWORD: admin.password }),
    ...options.env,
  }
  let running = await launch(env)
  let printed = ''
  const server = {
    databaseUrl: database.url,
    secret,
    apiToken,
    admin,
    get url() {
      return running.url
    },
    get port() {
      return Number(new URL(running.url).port)
    },
    output: () => printed + running.output(),
    async restart(signal: NodeJS.Signals) {
      printed += running.output()
      const port = new URL(running.url).port
      await end(running.child, signal)
      running = await launch({ ...env, PORT: port })
    },
    async stop() {
      await end(running.child, 'SIGTERM')
      await database.drop()
    },
  }
  return server
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
}

function launch(env: Record<string, string | undefined>): Promise<Running> {
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    cwd: ROOT,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Gatehouse did not become ready:\n${output}`)), START_TIMEOUT_MS)
    const onData = (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /Gatehouse ready on (\S+)/.exec(output)
      if (!ready) return
      clearTimeout(timer)
      resolve({ child, url: ready[1]!, output: () => output })
    }
    child.stdout.on('data', onData)
    child.stderr.on('data', onData)
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`Gatehouse ended with ${code}:\n${output}`))
    })
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
