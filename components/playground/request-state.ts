/** What the playground asks, and its form in the address, so that a reload and a bookmark keep it. */
import type { EvaluateInput } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'

export interface PlaygroundRequest {
  readonly api: string
  readonly stage: string
  readonly method: string
  /** Below the stage, with its query. */
  readonly path: string
  readonly caller: EvaluateCaller
  readonly sourceIp: string
  /** ISO 8601; null means now. */
  readonly at: string | null
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly mode: 'saved' | 'draft'
}

export const EMPTY_REQUEST: PlaygroundRequest = {
  api: '',
  stage: '',
  method: 'GET',
  path: '/',
  caller: { type: 'anonymous' },
  sourceIp: '127.0.0.1',
  at: null,
  headers: [],
  body: '',
  mode: 'saved',
}

/** Headers that carry credentials stay out of addresses and histories. */
const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'x-api-key', 'x-amz-security-token', 'proxy-authorization'])

export function isSecretHeader(name: string): boolean {
  return SECRET_HEADERS.has(name.toLowerCase())
}

export function writeRequest(request: PlaygroundRequest): URLSearchParams {
  const query = new URLSearchParams({ api: request.api, stage: request.stage, method: request.method, path: request.path })
  writeCaller(query, request.caller)
  if (request.sourceIp !== EMPTY_REQUEST.sourceIp) query.set('ip', request.sourceIp)
  if (request.at) query.set('at', request.at)
  for (const [name, value] of request.headers) if (name && !isSecretHeader(name)) query.append('h', `${name}: ${value}`)
  if (request.body) query.set('body', request.body)
  if (request.mode === 'draft') query.set('mode', 'draft')
  return query
}

export function readRequest(query: URLSearchParams): PlaygroundRequest {
  const path = query.get('path') ?? EMPTY_REQUEST.path
  return {
    api: query.get('api') ?? '',
    stage: query.get('stage') ?? '',
    method: query.get('method')?.toUpperCase() || EMPTY_REQUEST.method,
    path: path.startsWith('/') ? path : `/${path}`,
    caller: readCaller(query),
    sourceIp: query.get('ip') ?? EMPTY_REQUEST.sourceIp,
    at: query.get('at'),
    headers: query.getAll('h').map(readHeader),
    body: query.get('body') ?? '',
    mode: query.get('mode') === 'draft' ? 'draft' : 'saved',
  }
}

function readHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function writeCaller(query: URLSearchParams, caller: EvaluateCaller): void {
  query.set('as', caller.type)
  if (caller.type === 'iam') {
    query.set('arn', caller.arn)
    if (!caller.session) return
    query.set('session', caller.session.name)
    if (caller.session.mfaAgeSec !== undefined) query.set('mfa', String(caller.session.mfaAgeSec))
    for (const [key, value] of Object.entries(caller.session.tags ?? {})) query.append('tag', `${key}=${value}`)
  } else if (caller.type === 'poolUser') {
    query.set('pool', caller.pool)
    query.set('user', caller.username)
    query.set('client', caller.client)
    query.set('token', caller.tokenUse)
    for (const scope of caller.scopes ?? []) query.append('scope', scope)
  }
}

function readCaller(query: URLSearchParams): EvaluateCaller {
  const type = query.get('as')
  if (type === 'raw') return { type }
  if (type === 'iam') {
    const arn = query.get('arn')
    return arn ? { type, arn, ...readSession(query) } : { type: 'anonymous' }
  }
  if (type !== 'poolUser') return { type: 'anonymous' }
  const scopes = query.getAll('scope')
  return {
    type,
    pool: query.get('pool') ?? '',
    username: query.get('user') ?? '',
    client: query.get('client') ?? '',
    tokenUse: query.get('token') === 'access' ? 'access' : 'id',
    ...(scopes.length > 0 && { scopes }),
  }
}

function readSession(query: URLSearchParams): Pick<Extract<EvaluateCaller, { type: 'iam' }>, 'session'> {
  const name = query.get('session')
  if (!name) return {}
  const mfa = query.get('mfa')
  const tags = query.getAll('tag').map((tag) => [tag.split('=')[0] ?? '', tag.split('=').slice(1).join('=')] as const)
  return {
    session: {
      name,
      ...(mfa !== null && /^\d+$/.test(mfa) && { mfaAgeSec: Number(mfa) }),
      ...(tags.length > 0 && { tags: Object.fromEntries(tags) }),
    },
  }
}

/** The body for POST /api/v1/evaluate; null while there is nothing to ask. `draftPolicy`: the text, or null for no policy. */
export function evaluateInput(request: PlaygroundRequest, draftPolicy: string | null): EvaluateInput | null {
  if (!request.api || !request.stage || !request.method || !request.path.startsWith('/')) return null
  const [path = '/', ...query] = request.path.split('?')
  return {
    request: {
      api: request.api,
      stage: request.stage,
      method: request.method,
      path,
      rawQuery: query.join('?'),
      headers: request.headers.filter(([name]) => name !== ''),
      body: request.body,
      sourceIp: request.sourceIp.trim(),
      ...(request.at && !Number.isNaN(Date.parse(request.at)) && { atMs: Date.parse(request.at) }),
    },
    caller: request.caller,
    against: request.mode === 'draft' ? { draft: { gatehouse: 1, apis: [{ id: request.api, policy: draftPolicy }] } } : 'saved',
  }
}
