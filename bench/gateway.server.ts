/**
 * One server of the gateway bench, run in a process of its own: `gateway` is the product's listener
 * and pipeline on a world in memory, `peer` a raw node:http server that answers the bytes it is told.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compileSnapshot, createGateway, type RequestRecord } from '../lib/gateway'
import { makeToken } from '../lib/gateway/testing/harness'
import {
  AUTHORIZERS,
  DOMAIN,
  keyId,
  makeApi,
  makeWorld,
  mock,
  ORDERS_ROUTES,
  PUBLIC_URL,
  REGION,
  secretOf,
} from '../lib/gateway/testing/world'
import { signRequest } from '../lib/protocol/sigv4'
import { trustedProxies } from '../lib/server/client-address'
import { createHandler } from '../lib/server/handler'

export type BenchHeaders = readonly (readonly [string, string])[]
export type ToServer =
  | { readonly ask: 'cpu' }
  | { readonly ask: 'credentials'; readonly host: string }
  | { readonly ask: 'answer'; readonly headers: BenchHeaders; readonly body: string }
export type FromServer =
  | { readonly tell: 'ready'; readonly port: number }
  | { readonly tell: 'cpu'; readonly us: number }
  | { readonly tell: 'credentials'; readonly signed: BenchHeaders; readonly token: BenchHeaders }
  | { readonly tell: 'ok' }

const SIGNED_PATH = '/gateway/fhorders01/prod/orders'
const RECORDS_KEPT = 1024

const isGateway = process.env.BENCH_MODE === 'gateway'
let peerAnswer: { headers: string[]; body: string } = { headers: [], body: '' }

function tell(message: FromServer): void {
  process.send?.(message)
}

/** The orders API without a resource policy, so that each row is one mechanism alone; every measured route is a MOCK. */
function gatewayListener(): RequestListener {
  const routes = ORDERS_ROUTES.map((route) => ({ ...route, integration: mock(200, '{"status":"ok"}') }))
  const world = makeWorld({ apis: [makeApi({ policy: null, derived: { routes, authorizers: AUTHORIZERS } })] })
  const snapshot = compileSnapshot(world, { publicUrl: PUBLIC_URL, gatewayDomain: DOMAIN })
  const ring: RequestRecord[] = []
  let next = 0
  const gateway = createGateway({
    snapshot: () => snapshot,
    scripts: { invoke: () => Promise.reject(new Error('no scripts')), check: async () => null, close: async () => {} },
    upstream: { send: async () => ({ ok: false, kind: 'connect', detail: '' }) },
    log: {
      append(record) {
        ring[next] = record
        next = (next + 1) % RECORDS_KEPT
      },
    },
    clock: { nowMs: () => Date.now(), nowUs: () => Math.round(performance.now() * 1000) },
    newRequestId: randomUUID,
  })
  const none = async () => ({ status: 404, headers: [], body: '' })
  return createHandler({
    rules: { gatewayDomain: DOMAIN, consoleHosts: new Set() },
    trusted: trustedProxies([]),
    dev: false,
    gateway: gateway.handle,
    aws: none,
    poolDocuments: none,
    health: () => ({ status: 200, headers: [], body: '' }),
    console: async () => {},
  })
}

const peerListener: RequestListener = (_request, response) => {
  response.writeHead(200, peerAnswer.headers)
  response.end(peerAnswer.body)
}

const server = createServer({ keepAliveTimeout: 60_000 }, isGateway ? gatewayListener() : peerListener)
server.listen(0, '127.0.0.1', () => tell({ tell: 'ready', port: (server.address() as AddressInfo).port }))

process.on('message', (message: ToServer) => {
  if (message.ask === 'cpu') {
    const { user, system } = process.cpuUsage()
    tell({ tell: 'cpu', us: user + system })
  } else if (message.ask === 'answer') {
    peerAnswer = { headers: message.headers.flat(), body: message.body }
    tell({ tell: 'ok' })
  } else {
    tell({ tell: 'credentials', ...credentials(message.host) })
  }
})
process.on('disconnect', () => process.exit(0))

/** alice's signature and ada's token; the pool's keys are this process's own. */
function credentials(host: string): { signed: BenchHeaders; token: BenchHeaders } {
  const nowMs = Date.now()
  const base = [['Host', host]] as const
  const key = { accessKeyId: keyId('alice'), secretAccessKey: secretOf('alice'), region: REGION, service: 'execute-api', nowMs }
  const signed = [...base, ...signRequest({ method: 'GET', target: SIGNED_PATH, headers: base, body: '' }, key)]
  return { signed, token: [...base, ['Authorization', `Bearer ${makeToken({ username: 'ada', tokenUse: 'id' }, nowMs)}`]] }
}
