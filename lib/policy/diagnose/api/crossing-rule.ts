import type { Reporter } from '../../finding/reporter'
import { isAboutApi } from './api-resource'
import { type Coverage, nameRoutes, routesOf } from './coverage'

/** A star in the middle of an Allow that reaches routes only because it crosses slashes. */
export function checkCrossings({ api, patterns, statements }: Coverage, reporter: Reporter): void {
  for (const { statement, resources } of statements) {
    if (statement.effect !== 'Allow' || statement.resource?.negated !== false) continue
    for (const resource of resources) {
      const { path, text } = resource
      if (path === null || !path.slice(0, -1).includes('*') || !isAboutApi(resource, api)) continue
      const meant = routesOf(path, patterns, true)
      const surprising = routesOf(path, patterns).filter((route) => !meant.includes(route))
      if (meant.length === 0 || surprising.length === 0) continue
      const message = `* crosses slashes, so this also allows ${nameRoutes(surprising)}.`
      reporter.add('APIGW_STAR_CROSSES_SEGMENTS', text, message)
    }
  }
}
