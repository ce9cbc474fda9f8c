import type { ApiDetail } from '@/lib/domain/console-api'
import type { RouteSpec } from '@/lib/domain/derived-api'

/** The routes whose authorization names the authorizer. */
export function routesUsing(api: ApiDetail, authorizer: string): readonly RouteSpec[] {
  return api.routes.filter(({ auth }) => 'authorizer' in auth && auth.authorizer === authorizer)
}
