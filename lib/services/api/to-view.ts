import type { ApiDetail, ApiSummary, Touched } from '../../domain/console-api'
import type { RouteAuth } from '../../domain/derived-api'
import type { Api } from '../../domain/world'
import { invokeUrls } from './invoke-urls'

export function toApiSummary(api: Api, changed: Touched): ApiSummary {
  const authCounts: Record<RouteAuth['type'], number> = { NONE: 0, AWS_IAM: 0, COGNITO_USER_POOLS: 0, CUSTOM: 0 }
  for (const route of api.derived.routes) authCounts[route.auth.type] += 1
  return {
    id: api.id,
    name: api.name,
    protocol: api.protocol,
    account: api.account,
    region: api.region,
    endpointType: api.endpointType,
    stages: api.stages.map((stage) => stage.name),
    routeCount: api.derived.routes.length,
    authCounts,
    hasPolicy: api.policy !== null,
    changed,
  }
}

export function toApiDetail(api: Api, changed: Touched, addresses: { publicUrl: string; gatewayDomain: string }): ApiDetail {
  return {
    ...toApiSummary(api, changed),
    etag: String(changed.revision),
    routes: api.derived.routes,
    authorizers: api.derived.authorizers,
    stageDetails: api.stages.map(({ name, variables }) => ({
      name,
      variables: Object.fromEntries(variables),
      invokeUrls: invokeUrls(api.id, name, addresses),
    })),
    definition: api.definition,
    policy: api.policy,
  }
}
