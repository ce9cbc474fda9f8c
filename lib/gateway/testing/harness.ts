/** Runs raw requests through a gateway with a fixed clock, an upstream in memory and handlers in place of scripts. */
import type { TestCaller } from '../../domain/world'
import { signJwt } from '../../protocol/jwt'
import { signRequest } from '../../protocol/sigv4'
import type { ScriptRunner } from '../../sandbox/script-runner'
import { compileSnapshot } from '../compile-snapshot'
import { createGateway } from '../gateway'
import type { GatewayPorts, RawRequest, RawResponse, RequestRecord, UpstreamClient, UpstreamRequest, UpstreamResult } from '../ports'
import type { Snapshot } from '../snapshot'
import { ACCESS_KEY, FOREIGN_KEY, ID_KEY } from './keys'
import { API, CLIENT, DOMAIN, keyId, makeWorld, POOL, PUBLIC_URL, REGION, secretOf } from './world'

export const NOW = Date.UTC(2026, 10, 20, 12, 0, 0)

export type Handler = (event: Record<string, unknown>) => unknown

export interface TestGateway {
  readonly gateway: ReturnType<typeof createGateway>
  readonly records: RequestRecord[]
  readonly sent: UpstreamRequest[]
  readonly invoked: string[]
  readonly clock: { nowMs: number }
  snapshot: Snapshot
}

export interface TestGatewayOptions {
  readonly world?: ReturnType<typeof makeWorld>
  readonly handlers?: Readonly<Record<string, Handler>>
  readonly upstream?: (request: UpstreamRequest) => UpstreamResult
}

export function createTestGateway({ world = makeWorld(), handlers = {}, upstream = echo }: TestGatewayOptions = {}): TestGateway {
  const clock = { nowMs: NOW }
  const sent: UpstreamRequest[] = []
  const invoked: string[] = []
  const records: RequestRecord[] = []
  let requests = 0
  const client: UpstreamClient = {
    async send(request) {
      sent.push(request)
      return upstream(request)
    },
  }
  const test = { records, sent, invoked, clock, snapshot: compileSnapshot(world, { publicUrl: PUBLIC_URL, gatewayDomain: DOMAIN }) }
  const ports: GatewayPorts = {
    snapshot: () => test.snapshot,
    scripts: runHandlers(handlers, invoked),
    upstream: client,
    log: { append: (record) => void records.push(record) },
    clock: { nowMs: () => clock.nowMs, nowUs: () => clock.nowMs * 1000 },
    newRequestId: () => `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`,
  }
  return Object.assign(test, { gateway: createGateway(ports) })
}

/** A ScriptRunner whose functions are handlers of the test, by function name. */
function runHandlers(handlers: Readonly<Record<string, Handler>>, invoked: string[]): ScriptRunner {
  return {
    async invoke(fn, event) {
      invoked.push(fn.name)
      const handler = handlers[fn.name]
      const base = { durationMs: 1, logs: [] }
      if (!handler) return { ok: false, kind: 'syntax', errorType: 'Runtime.HandlerNotFound', errorMessage: 'no handler', ...base }
      try {
        const value: unknown = await handler(JSON.parse(JSON.stringify(event)))
        return { ok: true, value, ...base }
      } catch (error) {
        return { ok: false, kind: 'error', errorType: 'Error', errorMessage: error instanceof Error ? error.message : '', ...base }
      }
    },
    check: async () => null,
    close: async () => {},
  }
}

export function echo(request: UpstreamRequest): UpstreamResult {
  const body = JSON.stringify({ method: request.method, url: request.url, headers: request.headers })
  return { ok: true, status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from(body) }
}

export interface Call {
  readonly method?: string
  /** Below the stage, with query. */
  readonly path?: string
  /** Replaces the whole target. */
  readonly target?: string
  readonly headers?: readonly (readonly [string, string])[]
  readonly body?: string
  readonly sourceIp?: string
  readonly caller?: TestCaller
  readonly api?: string
  readonly stage?: string
}

/** The raw request that a caller with real credentials would send. */
export function toRawRequest(call: Call, nowMs: number): RawRequest {
  const { method = 'GET', path = '/', body = '', sourceIp = '192.0.2.7', caller = { type: 'anonymous' } } = call
  const target = call.target ?? `/gateway/${call.api ?? API}/${call.stage ?? 'prod'}${path}`
  const headers = [...(call.headers ?? [])]
  if (!headers.some(([name]) => name.toLowerCase() === 'host')) headers.push(['Host', 'localhost:3000'])
  headers.push(...credentialsFor(caller, { method, target, headers, body }, nowMs))
  return { method, target, rawHeaders: headers.flat(), body: Buffer.from(body), peer: { address: sourceIp, port: 40000 }, secure: false }
}

function credentialsFor(
  caller: TestCaller,
  request: { method: string; target: string; headers: readonly (readonly [string, string])[]; body: string },
  nowMs: number,
): readonly (readonly [string, string])[] {
  if (caller.type === 'poolUser') return [['Authorization', `Bearer ${makeToken(caller, nowMs)}`]]
  if (caller.type !== 'iam') return []
  const name = caller.arn.split('/').at(-1)!
  const { breakage } = caller
  const target = breakage === 'signOtherPath' ? `${request.target}/` : request.target
  const added = signRequest(
    { ...request, target },
    {
      accessKeyId: keyId(name),
      secretAccessKey: secretOf(name),
      region: REGION,
      service: 'execute-api',
      nowMs: breakage === 'clockMinus6Min' ? nowMs - 360_000 : nowMs,
    },
  )
  if (breakage !== 'flipByte') return added
  return added.map(([header, value]) => [header, header === 'Authorization' ? flipLast(value) : value])
}

function flipLast(value: string): string {
  return value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')
}

export function makeToken(
  {
    username,
    client = CLIENT,
    tokenUse,
    scopes,
    pool = POOL,
  }: { username: string; client?: string; pool?: string; tokenUse: 'id' | 'access'; scopes?: readonly string[] },
  nowMs: number,
  patch: Readonly<Record<string, unknown>> = {},
  key = tokenUse === 'id' ? ID_KEY : ACCESS_KEY,
): string {
  const iat = Math.floor(nowMs / 1000)
  const own =
    tokenUse === 'id'
      ? { aud: client, 'cognito:username': username }
      : { client_id: client, username, scope: (scopes ?? ['aws.cognito.signin.user.admin']).join(' ') }
  const claims = {
    sub: `sub-${username}`,
    iss: `${PUBLIC_URL}/cognito/${pool}`,
    token_use: tokenUse,
    iat,
    exp: iat + 3600,
    ...own,
    ...patch,
  }
  return signJwt(claims, { kid: key.signingKey.kid, key: key.privateKey })
}

export { FOREIGN_KEY }

export function send(test: TestGateway, call: Call): Promise<RawResponse> {
  return test.gateway.handle(toRawRequest(call, test.clock.nowMs))
}

/** The same call in the playground: the caller as facts, nothing signed. */
export function evaluate(test: TestGateway, call: Call) {
  const [path, rawQuery = ''] = (call.path ?? '/').split('?')
  return test.gateway.evaluate(
    {
      api: call.api ?? API,
      stage: call.stage ?? 'prod',
      method: call.method ?? 'GET',
      path: path!,
      rawQuery,
      headers: call.headers ?? [],
      body: call.body ?? '',
      sourceIp: call.sourceIp ?? '192.0.2.7',
    },
    call.caller ?? { type: 'anonymous' },
    { send: true },
  )
}

export function headerOf(response: RawResponse, name: string): string | undefined {
  return response.headers.find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1]
}

export function textOfBody(response: RawResponse): string {
  return typeof response.body === 'string' ? response.body : Buffer.from(response.body).toString('utf8')
}
