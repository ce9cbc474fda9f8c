import { getRuntime } from '@/lib/runtime/handle'

/** The description of the API holds nothing of the workspace, so that tools may read it without a token. */
export function GET(): Response {
  return Response.json(getRuntime().services.describeApi(), { headers: { 'Cache-Control': 'no-store' } })
}
