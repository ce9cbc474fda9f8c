import { createHash } from 'node:crypto'
import type { UserPool } from '../domain/world'
import type { RawRequest, RawResponse } from '../gateway/ports'
import { discovery, jwks } from '../userpool'
import { allowEveryOrigin, answerPreflight } from './cors'
import type { AwsDeps } from './deps'

const PATH = /^\/cognito\/([\w-]{1,55})\/\.well-known\/(jwks\.json|openid-configuration)$/

/** Keys change rarely and old tokens outlive a change; a minute keeps consoles and scripts honest. */
const CACHE_CONTROL = 'public, max-age=60'

/** Answers what is asked for under `/cognito/`: key set and discovery document of a pool, 404 otherwise. */
export async function handlePoolDocuments(request: RawRequest, deps: Pick<AwsDeps, 'findPool' | 'publicUrl'>): Promise<RawResponse> {
  if (request.method === 'OPTIONS') return answerPreflight('GET, HEAD, OPTIONS')
  const [path = ''] = request.target.split('?', 1)
  const [, poolId = '', name = ''] = PATH.exec(path) ?? []
  const pool = poolId === '' ? null : deps.findPool(poolId)
  if (!pool) return allowEveryOrigin(writeMessage(404, 'Not Found', []))
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return allowEveryOrigin(writeMessage(405, 'Method Not Allowed', [['Allow', 'GET, HEAD, OPTIONS']]))
  }
  const text = JSON.stringify(buildDocument(pool, name, deps.publicUrl))
  return allowEveryOrigin(writeDocument(request, text))
}

function buildDocument(pool: UserPool, name: string, publicUrl: string): unknown {
  return name === 'jwks.json' ? jwks(pool) : discovery(pool, publicUrl)
}

function writeDocument({ method, rawHeaders }: RawRequest, text: string): RawResponse {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers: [string, string][] = [
    ['Content-Type', 'application/json'],
    ['Cache-Control', CACHE_CONTROL],
    ['ETag', etag],
    ['X-Content-Type-Options', 'nosniff'],
  ]
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === 'if-none-match')
  if (index !== -1 && rawHeaders[index + 1] === etag) return { status: 304, headers, body: '' }
  headers.push(['Content-Length', String(Buffer.byteLength(text))])
  return { status: 200, headers, body: method === 'HEAD' ? '' : text }
}

function writeMessage(status: number, message: string, extra: readonly [string, string][]): RawResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json'], ['Cache-Control', 'no-store'], ...extra],
    body: JSON.stringify({ message }),
  }
}
