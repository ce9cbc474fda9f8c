import { type Exchange, PASS, refuse, SKIP } from '../exchange'
import { runHttpProxy } from '../integration/http-proxy'
import type { Stage } from './stage'

/** Hands the authorized request to what answers it. */
export const integrateStage: Stage = {
  name: 'integrate',
  run(x, env) {
    if (!x.send) return SKIP
    const { integration } = x.route!
    switch (integration.type) {
      case 'MOCK': {
        const bodiless = x.request.method === 'HEAD' || integration.status === 204 || integration.status === 304
        x.response = { status: integration.status, headers: integration.headers, body: bodiless ? '' : integration.body }
        return PASS
      }
      case 'HTTP_PROXY':
        return runHttpProxy(x, integration, env.ports.upstream)
      case 'BROKEN':
        return refuse('INTEGRATION_BROKEN', { note: integration.problem })
    }
  },
  tell(x, result) {
    if (result.outcome === 'skip') return { why: 'an evaluation stops before the integration' }
    if (result.outcome === 'fail') return { why: result.note ?? 'the integration failed', detail: destination(x) }
    const { integration } = x.route!
    return { why: `${integration.type}, status ${x.status}`, detail: destination(x) }
  },
}

/** Without the query, which may hold what nobody else should read. */
function destination(x: Exchange) {
  return x.upstreamUrl === null ? [] : [{ label: 'Upstream', value: x.upstreamUrl.split('?', 1)[0]! }]
}
