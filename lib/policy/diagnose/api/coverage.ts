import { toPrincipalSet } from '../../principal/principal-set'
import type { PolicyDocument, Statement } from '../../syntax/document'
import type { ApiFacts } from '../../types'
import { type ApiResource, isAboutApi, readApiResource } from './api-resource'
import { overlaps, patternSteps, routeSteps, type Step } from './overlap'

const PAIRS_MAX = 50_000

/** API Gateway authorizes no longer ARN. Source: developer guide, limits. */
const PATH_MAX = 1600

export type Route = ApiFacts['routes'][number]

/** Which routes each statement is about. */
export interface Coverage {
  readonly api: ApiFacts
  readonly patterns: readonly RoutePattern[]
  readonly statements: readonly StatementCoverage[]
}

export interface StatementCoverage {
  readonly statement: Statement
  readonly resources: readonly ApiResource[]
  readonly routes: readonly Route[]
  /** The statement is about every caller, anonymous ones too. */
  readonly isForEveryone: boolean
}

export interface RoutePattern {
  readonly route: Route
  readonly steps: readonly Step[]
}

/** Finds the routes of each statement; null when the policy and the API are too large to compare while typing. */
export function findCoverage(document: PolicyDocument, api: ApiFacts): Coverage | null {
  const count = document.statements.reduce((sum, { resource }) => sum + (resource?.values.length ?? 0), 0)
  if (count * api.routes.length * Math.max(api.stages.length, 1) > PAIRS_MAX) return null
  const patterns = routePatterns(api)
  return { api, patterns, statements: document.statements.map((statement) => coverStatement(statement, api, patterns)) }
}

/** Without a stage yet, any stage will do. */
function routePatterns(api: ApiFacts): readonly RoutePattern[] {
  const stages = api.stages.length > 0 ? api.stages : [null]
  return stages.flatMap((stage) => api.routes.map((route) => ({ route, steps: routeSteps(stage, route.method, route.path) })))
}

/** The routes whose requests a pattern of `stage/METHOD/path` can match. */
export function routesOf(path: string | null, patterns: readonly RoutePattern[], starsStopAtSlash = false): readonly Route[] {
  if (path !== null && path.length > PATH_MAX) return []
  const steps = patternSteps(path ?? '*', starsStopAtSlash)
  return [...new Set(patterns.filter((pattern) => overlaps(steps, pattern.steps)).map(({ route }) => route))]
}

function coverStatement(statement: Statement, api: ApiFacts, patterns: readonly RoutePattern[]): StatementCoverage {
  const values = statement.resource?.values ?? []
  const resources = values.map((text) => readApiResource(statement, text, api)).filter((resource) => resource !== null)
  const isEverything = statement.resource?.negated === true || values.some(({ value }) => value === '*')
  const routes = isEverything
    ? api.routes
    : [
        ...new Set(
          resources
            .filter((one) => isAboutApi(one, api))
            .flatMap(({ path, apiId }) => (path === null && apiId !== '*' ? [] : routesOf(path, patterns))),
        ),
      ]
  return { statement, resources, routes, isForEveryone: isForEveryone(statement) }
}

function isForEveryone({ principal }: Statement): boolean {
  return principal !== null && (principal.negated || toPrincipalSet(principal).everyone)
}

/** A few routes by name, for a message. */
export function nameRoutes(routes: readonly Route[]): string {
  const names = routes.slice(0, 3).map(({ method, path }) => `${method} ${path}`)
  return routes.length > 3 ? `${names.join(', ')} and ${routes.length - 3} more` : names.join(', ')
}
