import type { NextRequest } from 'next/server'
import { readSessionId } from '@/app/_lib/session-id'
import { AppError } from '@/lib/domain/errors'
import { getRuntime } from '@/lib/runtime/handle'
import type { Actor } from '@/lib/services/ports'
import { isSameOrigin } from './same-origin'

const SAFE = new Set(['GET', 'HEAD'])

/**
 * Tells who calls. A request with an Authorization header is told by that alone and its cookies are
 * ignored; any other by the console's session. A write by session must come from our own pages and,
 * when it has a body, name a media type that no HTML form can send.
 * Throws AppError `unauthenticated`, `cross_site` or `unsupported_media_type`.
 */
export async function authenticate(request: NextRequest): Promise<Actor> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return byBearer(authorization)
  const sessionId = await readSessionId(request.cookies.getAll().map(({ name, value }) => [name, value] as const))
  if (sessionId === null) throw signInFirst()
  if (!SAFE.has(request.method)) requireOwnPage(request)
  const actor = await getRuntime().services.resolveActor({ type: 'session', sessionId })
  if (actor === null) throw signInFirst()
  return actor
}

async function byBearer(authorization: string): Promise<Actor> {
  const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1]
  const actor = token === undefined ? null : await getRuntime().services.resolveActor({ type: 'bearer', token })
  if (actor === null) throw new AppError('unauthenticated', 'The bearer token is unknown or revoked.')
  return actor
}

function requireOwnPage(request: NextRequest): void {
  if (!isSameOrigin(request.headers)) throw new AppError('cross_site', 'A write with the session cookie must come from the console itself.')
  const type = request.headers.get('content-type')
  const bodyless = request.method === 'DELETE' && type === null
  if (!bodyless && !/^application\/(json|yaml)\s*(;|$)/i.test(type ?? '')) {
    throw new AppError('unsupported_media_type', 'Send Content-Type: application/json.')
  }
}

function signInFirst(): AppError {
  return new AppError('unauthenticated', 'Sign in, or send Authorization: Bearer with an API token.')
}
