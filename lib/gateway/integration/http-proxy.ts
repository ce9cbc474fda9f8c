import { type Exchange, PASS, refuse, type StageResult } from '../exchange'
import { BODY_BYTES_MAX } from '../limits'
import type { UpstreamClient, UpstreamResult } from '../ports'
import type { CompiledIntegration } from '../snapshot'
import { headersToClient, headersToUpstream } from './headers'
import { buildUpstreamUrl, mapParameters } from './upstream-url'

type Proxy = Extract<CompiledIntegration, { type: 'HTTP_PROXY' }>

/** Sends the request on and takes over what the upstream answers. */
export function runHttpProxy(x: Exchange, integration: Proxy, upstream: UpstreamClient): StageResult | Promise<StageResult> {
  const mapped = mapParameters(x, integration.parameters)
  const url = buildUpstreamUrl(x, integration, mapped)
  if (url === null) return refuse('INTEGRATION_BROKEN', { note: 'a path parameter would lead to another place than the integration says' })
  x.upstreamUrl = url
  const { method } = integration
  return upstream
    .send({
      method: method === 'ANY' ? x.request.method : method,
      url,
      headers: headersToUpstream(x, mapped.headers),
      body: x.request.body,
      timeoutMs: integration.timeoutMs,
      responseBytesMax: BODY_BYTES_MAX,
    })
    .then((result) => takeOver(x, result, integration.timeoutMs))
}

const NO_BODY = new Uint8Array(0)

function takeOver(x: Exchange, result: UpstreamResult, timeoutMs: number): StageResult {
  if (!result.ok) return refuseUpstream(result, timeoutMs)
  const { status } = result
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    return refuse('INTEGRATION_BROKEN', { note: `the upstream answered with the status ${status}` })
  }
  const bodiless = x.request.method === 'HEAD' || status === 204 || status === 304
  x.response = { status, headers: headersToClient(result.headers), body: bodiless ? NO_BODY : result.body }
  return PASS
}

function refuseUpstream(result: Extract<UpstreamResult, { ok: false }>, timeoutMs: number): StageResult {
  switch (result.kind) {
    case 'connect':
      return refuse('UPSTREAM_UNREACHABLE', { note: result.detail })
    case 'timeout':
      return refuse('UPSTREAM_TIMEOUT', { note: `no answer within ${timeoutMs} ms` })
    case 'tooLarge':
      return refuse('UPSTREAM_TOO_LARGE')
    case 'refusedByPolicy':
      return refuse('UPSTREAM_REFUSED', { note: result.detail })
    case 'badUrl':
      return refuse('INTEGRATION_BROKEN', { note: result.detail })
  }
}
