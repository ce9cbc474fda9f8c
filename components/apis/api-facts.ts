import type { ApiDetail } from '@/lib/domain/console-api'
import type { ApiFacts } from '@/lib/policy'

/** What the policy language wants to know of an API to check a policy against it. */
export function apiFacts(api: ApiDetail): ApiFacts {
  return {
    partition: api.region.startsWith('cn-') ? 'aws-cn' : api.region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws',
    region: api.region,
    account: api.account,
    apiId: api.id,
    protocol: api.protocol,
    endpointType: api.endpointType,
    stages: api.stageDetails.map((stage) => stage.name),
    routes: api.routes.map((route) => ({ method: route.method, path: route.path, auth: route.auth.type })),
  }
}
