/**
 * Routing of REST and HTTP APIs over one canonical path. What `parsePath` makes equal is equal for
 * route, ARN, cache key and log; nothing else is.
 * @module
 */
export { matchHttp } from './match-http'
export { matchRest } from './match-rest'
export { type NearestRoute, nearestRoute } from './nearest-route'
export { canonicalPath, canonicalSegment, type ParsedPath, type PathFailure, parsePath } from './path'
export { compileRoutes, type RouteMatch, type RoutePattern, type RouteTable } from './table'
export { type ParsedTemplate, parseTemplate, type TemplateProblem, type TemplateSegment } from './template'
