import type { RawResponse } from '../gateway/ports'
import { jsonResponse } from './send-response'

export interface HealthFacts {
  readonly databaseUp: boolean
  /** True once the snapshot stands and the console can answer. */
  readonly ready: boolean
}

/**
 * `/api/health` is 200 while the gateway enforces, with `"database":"down"` when it does so from its
 * last snapshot; `/api/health/ready` is 503 until snapshot and console are ready.
 */
export function healthResponse(target: string, facts: HealthFacts): RawResponse {
  const path = target.split('?', 1)[0]
  const database = facts.databaseUp ? {} : { database: 'down' }
  if (path === '/api/health') return jsonResponse(200, { status: 'ok', ...database })
  if (path === '/api/health/ready') return jsonResponse(facts.ready ? 200 : 503, { status: facts.ready ? 'ok' : 'starting', ...database })
  return jsonResponse(404, { message: 'Not found' })
}
