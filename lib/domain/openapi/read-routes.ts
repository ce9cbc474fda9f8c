import type { RouteAuth, RouteMethod, RouteSpec } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Reading } from '../workspace/shape'
import { checkFields } from './check-fields'
import { OPERATION_FIELDS, PATH_ITEM_FIELDS } from './field-tables'
import type { OpenApiObject } from './open-definition'
import { readIntegration } from './read-integration'
import { readRouteAuth } from './read-route-auth'
import type { Scheme } from './read-schemes'
import { findPathConflicts, type PlacedPath } from './route-conflicts'
import { type PathSegment, readRoutePath, trimPath } from './route-path'

/** Members of a path item that are operations. */
export const OPERATIONS: readonly (readonly [string, RouteMethod])[] = [
  ['get', 'GET'],
  ['head', 'HEAD'],
  ['post', 'POST'],
  ['put', 'PUT'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
  ['options', 'OPTIONS'],
  ['x-amazon-apigateway-any-method', 'ANY'],
]

export const DEFAULT_ROUTE_PATH = '/$default'

export interface RouteContext {
  readonly protocol: 'REST' | 'HTTP'
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly reading: Reading
}

export interface PlacedRoute {
  readonly spec: RouteSpec
  /** Pointer of the operation. */
  readonly pointer: string
}

export function readRoutes(root: OpenApiObject, context: RouteContext): readonly PlacedRoute[] {
  const { problems } = context.reading
  const paths = member(root, 'paths')
  if (!isObject(paths)) {
    problems.error('/paths', paths === undefined ? 'required' : 'invalid_type', 'paths is an object.')
    return []
  }
  const placed: PlacedPath[] = []
  const routes: PlacedRoute[] = []
  for (const [path, item] of Object.entries(paths)) {
    const pointer = pointerTo('/paths', path)
    if (path.startsWith('x-')) continue
    if (!checkFields(PATH_ITEM_FIELDS, 'Path item', item, pointer, context.reading)) continue
    const isDefault = context.protocol === 'HTTP' && path === DEFAULT_ROUTE_PATH
    const segments = isDefault ? [] : readRoutePath(path, pointer, problems)
    if (!segments) continue
    if (!isDefault) placed.push({ path: trimPath(path), pointer, segments })
    routes.push(...readPathItem(root, item, { path: isDefault ? '$default' : trimPath(path), pointer, segments }, context))
  }
  findPathConflicts(context.protocol, placed, problems)
  return routes
}

function readPathItem(root: OpenApiObject, item: unknown, place: PlacedPath, context: RouteContext): readonly PlacedRoute[] {
  return OPERATIONS.flatMap(([name, method]) => {
    const operation = member(item, name)
    if (operation === undefined) return []
    const pointer = pointerTo(place.pointer, name)
    if (place.path === '$default' && method !== 'ANY') {
      context.reading.problems.error(pointer, 'invalid_value', 'The default route is written as x-amazon-apigateway-any-method.')
      return []
    }
    const spec = readOperation(root, operation, { method, path: place.path, segments: place.segments, pointer }, context)
    return spec ? [{ spec, pointer }] : []
  })
}

interface OperationPlace {
  readonly method: RouteMethod
  readonly path: string
  readonly segments: readonly PathSegment[]
  readonly pointer: string
}

function readOperation(root: OpenApiObject, operation: unknown, place: OperationPlace, context: RouteContext): RouteSpec | null {
  const { reading, protocol, schemes } = context
  const { method, path, pointer } = place
  if (!checkFields(OPERATION_FIELDS, 'Operation', operation, pointer, reading)) return null
  const key = path === '$default' ? '$default' : `${method} ${path}`
  const auth = readRouteAuth(operation, pointer, { protocol, schemes, rootSecurity: member(root, 'security'), problems: reading.problems })
  const pathParams = new Set(place.segments.filter((segment) => segment.kind !== 'literal').map((segment) => segment.text))
  const integration = readIntegration(operation, pointer, { protocol, pathParams, reading })
  if (!auth || !integration) return null
  const operationId = member(operation, 'operationId')
  const target = integration.type === 'MOCK' ? 'a constant answer' : integration.uri
  reading.rows.add({ pointer, what: `Route ${key}`, treatment: 'enforced', why: `${describeAuth(auth)} Then ${target}.` })
  return { key, method, path, operationId: typeof operationId === 'string' ? operationId : null, auth, integration }
}

function describeAuth(auth: RouteAuth): string {
  if (auth.type === 'NONE') return 'Open: no authorization.'
  if (auth.type === 'AWS_IAM') return 'Signature Version 4 and IAM policies.'
  if (auth.type === 'CUSTOM') return `Authorizer ${auth.authorizer}.`
  return auth.scopes.length > 0
    ? `Access token with one of ${auth.scopes.join(', ')} by ${auth.authorizer}.`
    : `ID token by ${auth.authorizer}.`
}
