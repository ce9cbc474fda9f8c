/** Wires the halves together. The only place that knows every module. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { handleAws, handlePoolDocuments } from '../aws'
import { createAddressGuard, createUpstreamClient } from '../egress'
import { compileSnapshot, createGateway } from '../gateway'
import type { Gateway, GatewayPorts, RawRequest, RawResponse } from '../gateway/ports'
import { createScriptRunner } from '../sandbox'
import { createServices, type Services } from '../services'
import type { ServicePorts } from '../services/ports'
import type { Store } from '../store'
import { createUserPools, hashPassword, verifyPassword } from '../userpool'
import { createEnforcedConfig, type EnforcedConfig } from './enforced-config'
import { followRevisions } from './follow-revisions'
import { startHousekeeping } from './housekeeping'

export interface RuntimeSettings {
  /** Absolute URL without trailing slash. */
  readonly publicUrl: string
  readonly gatewayDomain: string
  /** Signs next-auth's cookies; never leaves the process. */
  readonly sessionSecret: string
  /** First part of every cookie name, its own for each installation. */
  readonly cookiePrefix: string
  /** True when only this machine can reach the port. */
  readonly loopback: boolean
  readonly apiToken: string | null
}

export interface Runtime {
  readonly settings: RuntimeSettings
  readonly services: Services
  readonly gateway: Gateway
  readonly aws: (request: RawRequest) => Promise<RawResponse>
  readonly poolDocuments: (request: RawRequest) => Promise<RawResponse>
  readonly databaseUp: () => boolean
  close(): Promise<void>
}

export interface ComposeOptions {
  readonly store: Store
  readonly settings: RuntimeSettings
  readonly sandboxWorkerUrl: URL
  readonly egressAllow: readonly string[]
  readonly isOwnAddress: (address: string, port: number) => boolean
}

/** Loads the configuration, compiles it and puts every part on its ports. Rejects when the database does. */
export async function composeRuntime(options: ComposeOptions): Promise<Runtime> {
  const { store, settings } = options
  const enforced = createEnforcedConfig(await store.config.loadWorld({ users: false }), settings)
  const scripts = createScriptRunner({ workerUrl: options.sandboxWorkerUrl })
  const upstream = createUpstreamClient({
    guard: createAddressGuard(options.egressAllow),
    isOwnAddress: options.isOwnAddress,
    connectTimeoutMs: 10_000,
  })
  const gateway = createGateway(gatewayPorts(enforced, { scripts, upstream, log: store.requestLog }))
  const follower = followRevisions(store, enforced)
  const stopHousekeeping = startHousekeeping(store)
  const ports = servicePorts(options, { enforced, scripts, gateway, databaseUp: follower.databaseUp })
  const pools = createUserPools({
    ports: store.userPools,
    findClient: (id) => findClient(enforced, id),
    publicUrl: settings.publicUrl,
    clock: systemClock,
  })
  const wire = {
    pools,
    findPool: (id: string) => enforced.snapshot().poolsById.get(id)?.pool ?? null,
    publicUrl: settings.publicUrl,
    reportError,
  }
  return {
    settings,
    services: createServices(ports),
    gateway,
    aws: (request) => handleAws(request, wire),
    poolDocuments: (request) => handlePoolDocuments(request, wire),
    databaseUp: follower.databaseUp,
    async close() {
      stopHousekeeping()
      await follower.close()
      await scripts.close()
      await upstream.close()
      await store.close()
    },
  }
}

/** The log gets the error's name and place; messages may carry what a client sent. */
function reportError(error: unknown): void {
  console.error(error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 6).join('\n')}` : 'An unknown error')
}

const systemClock = { nowMs: () => Date.now(), nowUs: () => Math.round(performance.now() * 1000) }

function gatewayPorts(enforced: EnforcedConfig, outside: Pick<GatewayPorts, 'scripts' | 'upstream' | 'log'>): GatewayPorts {
  return { ...outside, snapshot: enforced.snapshot, clock: systemClock, newRequestId: randomUUID }
}

function findClient(enforced: EnforcedConfig, clientId: string) {
  for (const { pool } of enforced.snapshot().poolsById.values()) {
    const client = pool.clients.find((candidate) => candidate.id === clientId)
    if (client) return { pool, client }
  }
  return null
}

function servicePorts(
  { store, settings }: ComposeOptions,
  parts: { enforced: EnforcedConfig; scripts: ServicePorts['scripts']; gateway: Gateway; databaseUp: () => boolean },
): ServicePorts {
  const { enforced } = parts
  return {
    config: store.config,
    accounts: store.accounts,
    requests: store.requests,
    gateway: parts.gateway,
    scripts: parts.scripts,
    compileDraft: (world) => compileSnapshot(world, settings, enforced.snapshot()),
    enforcedWorld: enforced.world,
    publish: async (world) => enforced.enforce(world),
    enforced: () => ({ revision: enforced.snapshot().revision, atMs: enforced.atMs(), databaseUp: parts.databaseUp() }),
    passwords: { hash: hashPassword, verify: verifyPassword },
    settings,
    clock: systemClock,
    random: { bytes: (count) => randomBytes(count), uuid: randomUUID },
  }
}

/** Short and stable: cookies of two installations on one host must not meet. */
export function cookiePrefix(installationId: string): string {
  return `gatehouse_${createHash('sha256').update(installationId).digest('hex').slice(0, 8)}`
}
