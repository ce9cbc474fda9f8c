import { type Exchange, PASS, refuse, type StageResult } from '../exchange'
import { BODY_BYTES_MAX } from '../limits'
import { hostName, parseTarget, segmentAt, TARGET_BYTES_MAX, type TargetProblem } from '../target'
import type { Stage } from './stage'

const METHOD = /^[A-Z]{3,16}$/
const PATH_FORM = '/gateway/'

/** Tells the API and the stage from the address, and turns malformed requests away. */
export const hostStage: Stage = {
  name: 'host',
  run(x) {
    return checkRequest(x) ?? resolveAddress(x) ?? PASS
  },
  tell(x, result) {
    const form = x.form === 'host' ? 'host form' : 'path form'
    if (result.outcome === 'fail') return { why: result.note ?? 'the request is malformed', detail: result.detail }
    return { why: `${form}, ${x.api!.api.name}, stage ${x.stage!.name}`, detail: [{ label: 'API', value: x.api!.api.id }] }
  },
}

const TARGET_NOTES: Record<TargetProblem, string> = {
  form: 'the request target is neither a path nor an absolute URL',
  character: 'the request target holds a character that no URL may hold',
  percent: 'the path holds a broken percent escape',
  dotSegment: 'the path holds a dot segment; no two spellings may reach one route',
  nul: 'the path holds a NUL character',
}

function checkRequest(x: Exchange): StageResult | null {
  const { request, head } = x
  if (!METHOD.test(request.method)) return refuse('MALFORMED_REQUEST', { note: 'the method is no HTTP method' })
  if (head.problem === 'duplicate') return refuse('MALFORMED_REQUEST', { note: 'Host or Authorization is sent more than once' })
  if (head.problem === 'character') return refuse('MALFORMED_REQUEST', { note: 'a header holds a character that no header may hold' })
  if (head.problem === 'tooLarge') return refuse('HEADERS_TOO_LARGE')
  if (request.target.length > TARGET_BYTES_MAX)
    return refuse('URI_TOO_LONG', { note: `the target is longer than ${TARGET_BYTES_MAX} bytes` })
  if (request.body.length > BODY_BYTES_MAX) return refuse('REQUEST_TOO_LARGE')
  const target = parseTarget(request.target)
  if (typeof target === 'string') return refuse('MALFORMED_REQUEST', { note: TARGET_NOTES[target] })
  x.target = target
  x.rawQuery = target.query
  return null
}

function resolveAddress(x: Exchange): StageResult | null {
  const target = x.target!
  const apiLabel = apiFromHost(target.authority ?? x.head.host, x.snapshot.gatewayDomain)
  if (apiLabel !== null) {
    x.form = 'host'
    return resolveApi(x, apiLabel, 0)
  }
  // The server isolates by the form, so a browser's service worker is refused before anything else.
  if (x.head.serviceWorker) return refuse('SERVICE_WORKER_REFUSED')
  if (!target.path.startsWith(PATH_FORM)) return refuse('UNKNOWN_API', { note: 'the address names no API' })
  const { segment, end } = segmentAt(target.path, PATH_FORM.length)
  return resolveApi(x, segment, end)
}

/** `a1b2c3.execute-api.localhost:3000` → `a1b2c3`; null when the host is not below the gateway's domain. */
function apiFromHost(authority: string | null, domain: string): string | null {
  if (authority === null || authority.length <= domain.length) return null
  const host = hostName(authority)
  return host.endsWith(domain) && host[host.length - domain.length - 1] === '.' ? host.slice(0, -domain.length - 1) : null
}

function resolveApi(x: Exchange, apiId: string, end: number): StageResult | null {
  const api = x.snapshot.apis.get(apiId)
  if (!api) return refuse('UNKNOWN_API', { note: `there is no API ${shown(apiId)}` })
  x.api = api
  const path = x.target!.path
  const named = segmentAt(path, end + 1)
  const stage = api.stages.get(named.segment)
  // Only an HTTP API has a default stage, which has no segment of its own.
  const chosen = stage ?? (api.api.protocol === 'HTTP' ? api.stages.get('$default') : undefined)
  if (!chosen) return refuse('UNKNOWN_STAGE', { note: `${api.api.name} has no stage ${shown(named.segment)}` })
  x.stage = chosen
  const restFrom = stage ? named.end : end
  x.basePath = path.slice(0, restFrom)
  x.rawPath = path.slice(restFrom) || '/'
  return null
}

function shown(name: string): string {
  return name === '' ? 'without a name' : name.slice(0, 64)
}
