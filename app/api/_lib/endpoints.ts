import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { AppError } from '@/lib/domain/errors'
import { getRuntime } from '@/lib/runtime/handle'
import type { VerbName } from '@/lib/services'
import { authenticate } from './authenticate'
import { problemResponse } from './problem'
import { parseObject, readText } from './read-body'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]
type Params = Readonly<Record<string, string | string[] | undefined>>
type Handler = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>

/** A verb, and what is unusual about its endpoint. */
interface Endpoint {
  readonly verb: VerbName
  /** `document`: the body goes to the verb as `{ text, format }`; `documentAnswer`: the verb answers `{ text, format }`. */
  readonly as?: 'document' | 'documentAnswer'
}

type EndpointMap = Partial<Record<Method, VerbName | Endpoint>>

const BODY_BYTES_MAX = 10 * 1024 * 1024
const DOCUMENT_BYTES_MAX = 64 * 1024 * 1024
const MEDIA_TYPES = { json: 'application/json', yaml: 'application/yaml' } as const

/**
 * The handlers of one route: each calls its verb with body, query and path parameters merged (the path
 * wins) and answers its result as JSON; methods without a verb answer 405 with Allow. An `etag` in the
 * result becomes the ETag header; If-Match reaches the verb. Errors are application/problem+json.
 */
export function endpoints(map: EndpointMap): Record<Method, Handler> {
  const allow = METHODS.filter((method) => map[method] !== undefined).join(', ')
  const handler = (method: Method): Handler => {
    const given = map[method]
    if (given === undefined) return async () => refuseMethod(allow)
    const endpoint = typeof given === 'string' ? { verb: given } : given
    return async (request, context) => {
      const requestId = randomUUID()
      try {
        return await answer(endpoint, request, await context.params)
      } catch (error) {
        return problemResponse(error, requestId)
      }
    }
  }
  return { GET: handler('GET'), POST: handler('POST'), PUT: handler('PUT'), PATCH: handler('PATCH'), DELETE: handler('DELETE') }
}

async function answer(endpoint: Endpoint, request: NextRequest, params: Params): Promise<Response> {
  const actor = await authenticate(request)
  const input = { ...(await bodyOf(endpoint, request)), ...Object.fromEntries(request.nextUrl.searchParams), ...params }
  const verb = getRuntime().services[endpoint.verb]
  const result: unknown = await verb({ actor, ifMatch: ifMatchOf(request) }, input)
  return endpoint.as === 'documentAnswer' ? documentResponse(result) : jsonResponse(result)
}

async function bodyOf(endpoint: Endpoint, request: NextRequest): Promise<Readonly<Record<string, unknown>>> {
  if (endpoint.as === 'documentAnswer') return { format: wantsYaml(request) ? 'yaml' : 'json' }
  if (endpoint.as === 'document') {
    return { text: await readText(request, DOCUMENT_BYTES_MAX), format: formatOf(request) }
  }
  return request.method === 'GET' ? {} : parseObject(await readText(request, BODY_BYTES_MAX))
}

function formatOf(request: NextRequest): 'json' | 'yaml' {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/json') return 'json'
  if (/^(application|text)\/(x-)?yaml$/.test(type)) return 'yaml'
  throw new AppError('unsupported_media_type', 'Send Content-Type: application/json or application/yaml.')
}

function wantsYaml(request: NextRequest): boolean {
  return /\b(application|text)\/(x-)?yaml\b/i.test(request.headers.get('accept') ?? '')
}

/** `"12"` → `12`. Lists, weak tags and `*` name no single version that a writer could have read. */
function ifMatchOf(request: NextRequest): string | undefined {
  const header = request.headers.get('if-match')
  if (header === null) return undefined
  const tag = /^"([\x21\x23-\x7e]{0,200})"$/.exec(header.trim())?.[1]
  if (tag === undefined) throw new AppError('invalid_request', 'If-Match must be one entity tag, e.g. "12".')
  return tag
}

function jsonResponse(result: unknown): Response {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  const etag = typeof result === 'object' && result !== null && 'etag' in result ? result.etag : undefined
  if (typeof etag === 'string') headers.set('ETag', `"${etag}"`)
  return new Response(JSON.stringify(result, mapsAsObjects), { headers })
}

/** Maps keyed by outside input become plain members, `__proto__` among them. */
function mapsAsObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}

function documentResponse(result: unknown): Response {
  const { text, format } = result as { text: string; format: 'json' | 'yaml' }
  const headers = { 'Content-Type': MEDIA_TYPES[format], 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  return new Response(text, { headers })
}

function refuseMethod(allow: string): Response {
  return problemResponse(new AppError('method_not_allowed', `This address answers ${allow}.`), randomUUID(), { Allow: allow })
}
