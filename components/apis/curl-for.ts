import type { ApiDetail } from '@/lib/domain/console-api'
import type { RouteSpec } from '@/lib/domain/derived-api'

/** Invoke URL of a stage, path form, without a slash at the end; null when the stage is not there. */
export function invokeUrl(api: ApiDetail, stage?: string): string | null {
  const found = api.stageDetails.find((item) => item.name === stage) ?? api.stageDetails[0]
  return found?.invokeUrls[0]?.replace(/\/+$/, '') ?? null
}

function easiest(routes: readonly RouteSpec[]): RouteSpec | undefined {
  const rank = (route: RouteSpec) => (route.auth.type === 'NONE' ? 0 : 2) + (route.method === 'GET' || route.method === 'ANY' ? 0 : 1)
  return [...routes].sort((a, b) => rank(a) - rank(b))[0]
}

/** A curl command for a route, or for the API's most open one. Parameters of the path get the value 1. Null without stage or route. */
export function curlFor(api: ApiDetail, options: { readonly stage?: string; readonly route?: RouteSpec } = {}): string | null {
  const base = invokeUrl(api, options.stage)
  const route = options.route ?? easiest(api.routes)
  if (!base || !route) return null
  const path = route.path === '$default' ? '/' : route.path.replace(/\{[^}]+\}/g, '1')
  const method = route.method === 'ANY' || route.method === 'GET' ? '' : `-X ${route.method} `
  const credentials: Readonly<Record<RouteSpec['auth']['type'], string>> = {
    NONE: '',
    AWS_IAM: ` \\\n  --aws-sigv4 "aws:amz:${api.region}:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`,
    COGNITO_USER_POOLS: ' \\\n  -H "Authorization: $TOKEN"',
    CUSTOM: ' \\\n  -H "Authorization: $TOKEN"',
  }
  return `curl -i ${method}'${base}${path}'${credentials[route.auth.type]}`
}
