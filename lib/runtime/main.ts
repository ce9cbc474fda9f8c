/** The life of one server process: settings, port, database, runtime, console, ready, stop. */

import { trustedProxies } from '../server/client-address'
import { consoleHosts } from '../server/dispatch'
import { createHandler } from '../server/handler'
import { healthResponse } from '../server/health'
import { openStore, type Store } from '../store'
import { composeRuntime, cookiePrefix, type Runtime, type RuntimeSettings } from './compose'
import { type ConsoleApp, openConsoleApp } from './console-app'
import { openDatabaseServer } from './database-server'
import { type Env, isLoopbackHost, readEnv } from './env'
import { firstAdmin } from './first-admin'
import { setRuntime } from './handle'
import { type Listeners, openListeners } from './listeners'
import { isOwnAddress } from './own-address'
import { installationSecret } from './secret'
import { seedIfEmpty } from './seed-demo'
import { StartError } from './start-error'
import { onStopSignal } from './stop-signals'

/** Runs until a signal stops it. Rejects with a StartError, or an error of ours, when it cannot start. */
export async function main(): Promise<void> {
  const env = settingsOrThrow()
  const opened: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of opened.reverse().splice(0)) await close().catch(() => undefined)
  }
  onStopSignal(stop)
  try {
    await start(env, (close) => opened.push(close))
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(env: Env, onStop: (close: () => Promise<void>) => void): Promise<void> {
  const listeners = await openListeners({ host: env.host, port: env.port, tls: env.tls })
  onStop(() => listeners.close())
  const publicUrl = env.publicUrl ?? `${env.tls ? 'https' : 'http'}://localhost:${listeners.port}`
  process.env.NEXTAUTH_URL = publicUrl
  const consoleApp = openConsoleApp({ directory: process.cwd(), dev: env.dev, host: 'localhost', port: listeners.port })
  consoleApp.catch(() => undefined)
  const database = await openDatabaseServer(env)
  onStop(() => database.stop())
  const secret = installationSecret(env.secret, env.dataDir)
  const store = await openStore({ databaseUrl: database.url, secret, previousSecret: env.previousSecret })
  await seedIfEmpty(env, store, database.embedded)
  const settings = runtimeSettings(env, store, publicUrl)
  const runtime = await compose(env, store, settings, listeners)
  onStop(() => runtime.close())
  const app = await consoleApp
  onStop(() => app.close())
  setRuntime(runtime)
  process.env.NEXTAUTH_SECRET = settings.sessionSecret
  answer(env, listeners, runtime, app)
  const lines = await firstAdmin(env, runtime.services)
  // One write: whoever waits for the ready line has the set-up link with it.
  console.log([`Gatehouse ready on ${publicUrl}`, ...lines].join('\n'))
}

function settingsOrThrow(): Env {
  const result = readEnv(process.env)
  if (result.ok) return result.env
  throw new StartError(`These settings are wrong:\n  ${result.problems.join('\n  ')}`, 'correct them in the environment and start again')
}

function runtimeSettings(env: Env, store: Store, publicUrl: string): RuntimeSettings {
  return {
    publicUrl,
    gatewayDomain: env.gatewayDomain,
    sessionSecret: store.sessionSecret,
    cookiePrefix: cookiePrefix(store.installationId),
    loopback: isLoopbackHost(env.host),
    apiToken: env.apiToken,
  }
}

function compose(env: Env, store: Store, settings: RuntimeSettings, listeners: Listeners): Promise<Runtime> {
  return composeRuntime({
    store,
    settings,
    sandboxWorkerUrl: new URL('./sandbox-worker.mjs', import.meta.url),
    egressAllow: env.egressAllow,
    isOwnAddress: (address, port) => isOwnAddress(address, port, listeners),
  })
}

function answer(env: Env, listeners: Listeners, runtime: Runtime, app: ConsoleApp): void {
  if (env.dev) listeners.onUpgrade((request, socket, head) => app.upgrade(request, socket, head))
  listeners.onRequest(
    createHandler({
      rules: { gatewayDomain: env.gatewayDomain, consoleHosts: consoleHosts(runtime.settings.publicUrl, listeners.port) },
      trusted: trustedProxies(env.trustedProxies),
      dev: env.dev,
      gateway: (request) => runtime.gateway.handle(request),
      aws: runtime.aws,
      poolDocuments: runtime.poolDocuments,
      health: (target) => healthResponse(target, { databaseUp: runtime.databaseUp(), ready: true }),
      console: (request, response) => app.handle(request, response),
    }),
  )
}
