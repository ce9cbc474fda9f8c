import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { isSameOrigin } from '@/app/api/_lib/same-origin'
import { getRuntime } from '@/lib/runtime/handle'
import { authOptions } from './auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

const BODY_BYTES_MAX = 16 * 1024

export function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(getRuntime()))
}

/** Cross-site posts end here, before next-auth's own token check. */
export function POST(request: NextRequest, context: Context): Response | Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!isSameOrigin(request.headers)) return new Response('Request from another site refused.\n', { status: 403 })
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return new Response('Unsupported media type.\n', { status: 415 })
  }
  if (!(length <= BODY_BYTES_MAX)) return new Response('Body too large, or of unknown length.\n', { status: 413 })
  return NextAuth(request, context, authOptions(getRuntime()))
}
