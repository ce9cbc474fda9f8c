import { nearestRoute, parsePath } from '../protocol/routes'
import type { Exchange } from './exchange'

/** Which route a request without one may have meant. Looked for when somebody reads, never while deciding. */
export function tellNearestRoute(x: Exchange): string {
  const parsed = parsePath(x.path)
  const nearest = parsed.ok ? nearestRoute(x.api!.routes, x.request.method, parsed.segments) : null
  return nearest ? `The nearest is ${nearest.route.spec.key}.` : 'Nothing close to it exists.'
}
