import type { ApiDetail } from '@/lib/domain/console-api'
import type { ApiFacts } from '@/lib/policy'

/** What the diagnostics of a resource policy may know of its API. */
export function apiFacts(api: ApiDetail): ApiFacts {
  return {
    partition: 'aws',
    region: api.region,
    account: api.account,
    apiId: api.id,
    protocol: api.protocol,
    endpointType: api.endpointType,
    stages: api.stages,
    routes: api.routes.map((route) => ({ method: route.method, path: route.path, auth: route.auth.type })),
  }
}
