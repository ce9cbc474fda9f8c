import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { isSameOrigin } from '@/app/api/_lib/same-origin'
import { getRuntime } from '@/lib/runtime/handle'
import { authOptions } from './auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }
type Handler = (request: NextRequest, context: Context) => Promise<Response>

const BODY_BYTES_MAX = 16 * 1024

/** The actions that the console uses. Others stay closed, e.g. the one that writes what the client says into the log. */
const ACTIONS = {
  GET: new Set(['csrf', 'providers', 'session', 'signin', 'signout', 'error']),
  POST: new Set(['callback', 'signout']),
} as const

function handler(method: 'GET' | 'POST'): Handler {
  return async (request, context) => {
    const [action = ''] = (await context.params).nextauth
    if (!ACTIONS[method].has(action)) return refusal(404, 'Not found.')
    return (method === 'POST' ? refusePost(request) : null) ?? NextAuth(request, context, authOptions(getRuntime()))
  }
}

/** Cross-site posts end here, before next-auth's own token check. */
function refusePost({ headers }: NextRequest): Response | null {
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!isSameOrigin(headers)) return refusal(403, 'Request from another site refused.')
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return refusal(415, 'Unsupported media type.')
  return length <= BODY_BYTES_MAX ? null : refusal(413, 'Body too large, or of unknown length.')
}

function refusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
}

export const GET = handler('GET')
export const POST = handler('POST')
