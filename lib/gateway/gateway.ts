import type { EvaluateCaller, EvaluateRequest } from '../domain/evaluate'
import { createJwtVerifier } from '../protocol/jwt'
import { createSigV4Verifier } from '../protocol/sigv4'
import { AuthorizerCache } from './authorizer/cache'
import { Exchange, forgetRequest } from './exchange'
import { explainExchange, reasonCodeOf } from './explain'
import { callerArn } from './facts'
import { readHead } from './head'
import { AUTHORIZER_CACHE_ENTRIES_MAX } from './limits'
import { runPipeline } from './pipeline'
import type { EvaluateOptions, Gateway, GatewayPorts, RawRequest, RawResponse } from './ports'
import { REASONS } from './reasons'
import { LAST_RESORT, respond } from './respond'
import { normalizeSourceIp } from './source-ip'
import type { StageEnv } from './stages/stage'
import { callerName } from './tale'

/** The gateway over its ports. It owns the caches of signing keys, token verdicts and authorizer results. */
export function createGateway(ports: GatewayPorts): Gateway {
  const env: StageEnv = {
    ports,
    verifySigV4: createSigV4Verifier(),
    verifyJwt: createJwtVerifier(ports.clock),
    authorizerCache: new AuthorizerCache(AUTHORIZER_CACHE_ENTRIES_MAX),
  }
  return {
    handle: (request) => handle(request, env),
    evaluate: (request, caller, options) => evaluate(request, caller, options, env),
  }
}

async function handle(request: RawRequest, env: StageEnv): Promise<RawResponse> {
  try {
    const startedUs = env.ports.clock.nowUs()
    const x = begin(request, env)
    x.readUs = startedUs
    const waiting = runPipeline(x, env)
    if (waiting) await waiting
    return finish(x, env, startedUs)
  } catch {
    // A port broke its word; what it threw may quote the request.
    return LAST_RESORT
  }
}

function begin(request: RawRequest, { ports }: StageEnv): Exchange {
  const head = readHead(request.rawHeaders)
  const sourceIp = normalizeSourceIp(request.peer.address)
  return new Exchange(ports.snapshot(), request, head, ports.newRequestId(), ports.clock.nowMs(), sourceIp, null, true)
}

function finish(x: Exchange, env: StageEnv, startedUs: number): RawResponse {
  const response = respond(x)
  x.status = response.status
  record(x, env, env.ports.clock.nowUs() - startedUs)
  return response
}

/** Keeps the facts of a request; the tree is made from them when somebody reads it. */
function record(x: Exchange, env: StageEnv, durationUs: number): void {
  const code = reasonCodeOf(x)
  const { method } = x.request
  forgetRequest(x)
  env.ports.log.append({
    requestId: x.requestId,
    atMs: x.atMs,
    apiId: x.api?.api.id ?? null,
    stage: x.stage?.name ?? null,
    method,
    path: x.path,
    routeKey: x.route?.spec.key ?? null,
    sourceIp: x.sourceIp,
    caller: x.iam ? callerArn(x) : callerName(x),
    status: x.status,
    outcome: REASONS[code].outcome,
    reasonCode: code,
    durationUs: Math.round(durationUs),
    decision: () => explainExchange(x),
  })
}

async function evaluate(request: EvaluateRequest, caller: EvaluateCaller, options: EvaluateOptions, env: StageEnv) {
  const snapshot = options.snapshot ?? env.ports.snapshot()
  const raw = toRawRequest(request, snapshot.publicUrl)
  const x = new Exchange(
    snapshot,
    raw,
    readHead(raw.rawHeaders),
    env.ports.newRequestId(),
    request.atMs ?? env.ports.clock.nowMs(),
    normalizeSourceIp(request.sourceIp),
    caller,
    options.send,
  )
  x.readUs = env.ports.clock.nowUs()
  const waiting = runPipeline(x, env)
  if (waiting) await waiting
  const response = respond(x)
  x.status = response.status
  return { response, decision: explainExchange(x) }
}

/** The request as the path form would bring it in. */
function toRawRequest(request: EvaluateRequest, publicUrl: string): RawRequest {
  const { protocol, host } = new URL(publicUrl)
  const path = request.path.startsWith('/') ? request.path : `/${request.path}`
  const query = request.rawQuery === '' ? '' : `?${request.rawQuery}`
  const rawHeaders = request.headers.flat()
  if (!request.headers.some(([name]) => name.toLowerCase() === 'host')) rawHeaders.push('Host', host)
  return {
    method: request.method,
    target: `/gateway/${request.api}/${request.stage}${path}${query}`,
    rawHeaders,
    body: Buffer.from(request.body, 'utf8'),
    peer: { address: request.sourceIp, port: 0 },
    secure: protocol === 'https:',
  }
}
