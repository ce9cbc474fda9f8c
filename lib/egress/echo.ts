import type { UpstreamRequest, UpstreamResult } from '../gateway/ports'

/** The upstream of the demo, answered inside the process so that it needs no network. */
export const ECHO_HOST = 'echo.gatehouse.internal'

/**
 * Answers with the request as the upstream saw it: JSON `{ method, path, query, headers, body }`,
 * header names as sent, repeated ones joined by a comma.
 */
export function echo(request: UpstreamRequest): UpstreamResult {
  const url = new URL(request.url)
  const headers = new Map<string, string>()
  for (const [name, value] of request.headers) {
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  const answer = {
    service: 'Fernhill Coffee echo',
    method: request.method,
    path: url.pathname,
    query: [...url.searchParams],
    headers: [...headers],
    body: Buffer.from(request.body).toString('utf8'),
  }
  return {
    ok: true,
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify({ ...answer, query: Object.fromEntries(answer.query), headers: Object.fromEntries(answer.headers) })),
  }
}
