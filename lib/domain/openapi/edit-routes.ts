import type { RouteInput } from '../console-api'
import type { RouteMethod } from '../derived-api'
import { isObject, member, setMember } from '../document/json-value'
import type { DeriveContext } from './derive-api'
import { type Editable, type EditResult, editDefinition, objectAt, put, refusal } from './edit-definition'
import type { OpenedDefinition } from './open-definition'
import { DEFAULT_ROUTE_PATH, OPERATIONS } from './read-routes'
import { trimPath } from './route-path'
import { writeIntegration } from './write-integration'

interface FoundOperation {
  readonly path: string
  readonly name: string
  readonly item: Editable
  readonly operation: Editable
}

/** Returns the route key that a method and path give. */
export function routeKey(method: RouteMethod, path: string): string {
  return path === '$default' || path === DEFAULT_ROUTE_PATH ? '$default' : `${method} ${trimPath(path)}`
}

/**
 * Adds a route or, with `previousKey`, changes that one, its method and path too. Whatever else the
 * operation says (summary, responses …) stays with it. Refused when the key is taken by another route.
 */
export function putRoute(definition: string, context: DeriveContext, route: RouteInput, previousKey?: string): EditResult {
  return editDefinition(definition, context, (root, opened) => {
    const paths = objectAt(root, 'paths')
    const key = routeKey(route.method, route.path)
    const previous = previousKey === undefined ? null : findOperation(paths, previousKey)
    if (previousKey !== undefined && !previous) return refusal('unknown_route', `There is no route ${previousKey}.`)
    const taken = findOperation(paths, key)
    if (taken && taken.operation !== previous?.operation) return refusal('route_conflict', `There is a route ${key} already.`)
    const operation = previous?.operation ?? { responses: { '200': { description: 'OK' } } }
    if (!taken) {
      if (previous) removeOperation(paths, previous)
      placeOperation(paths, route, operation)
    }
    writeAuth(operation, root, route.auth)
    writeIntegration(operation, route.integration)
    declarePathParameters(operation, route.path, opened.version)
    return null
  })
}

export function deleteRoute(definition: string, context: DeriveContext, key: string): EditResult {
  return editDefinition(definition, context, (root) => {
    const paths = objectAt(root, 'paths')
    const found = findOperation(paths, key)
    if (!found) return refusal('unknown_route', `There is no route ${key}.`)
    removeOperation(paths, found)
    return null
  })
}

function findOperation(paths: Editable, key: string): FoundOperation | null {
  for (const [path, item] of Object.entries(paths)) {
    if (!isObject(item)) continue
    for (const [name, method] of OPERATIONS) {
      const operation = member(item, name)
      if (isObject(operation) && routeKey(method, path) === key) return { path, name, item, operation }
    }
  }
  return null
}

function removeOperation(paths: Editable, { path, name, item }: FoundOperation): void {
  delete item[name]
  const hasOperations = OPERATIONS.some(([other]) => Object.hasOwn(item, other))
  if (!hasOperations) delete paths[path]
}

function placeOperation(paths: Editable, { method, path }: RouteInput, operation: Editable): void {
  const isDefault = routeKey(method, path) === '$default'
  const written = isDefault ? DEFAULT_ROUTE_PATH : trimPath(path)
  const existing = Object.keys(paths).find((other) => trimPath(other) === written) ?? written
  const name = OPERATIONS.find(([, other]) => other === (isDefault ? 'ANY' : method))?.[0] ?? ''
  put(operation, 'isDefaultRoute', isDefault ? true : undefined)
  setMember(objectAt(paths, existing), name, operation)
}

function writeAuth(operation: Editable, root: Editable, auth: RouteInput['auth']): void {
  const rootSecured = Array.isArray(member(root, 'security'))
  put(operation, 'x-amazon-apigateway-auth', auth.type === 'AWS_IAM' ? { type: 'AWS_IAM' } : undefined)
  if (auth.type === 'CUSTOM') put(operation, 'security', [named(auth.authorizer, [])])
  else if (auth.type === 'COGNITO_USER_POOLS') put(operation, 'security', [named(auth.authorizer, auth.scopes)])
  else put(operation, 'security', rootSecured ? [] : undefined)
}

function named(scheme: string, scopes: readonly string[]): Editable {
  const requirement: Editable = {}
  setMember(requirement, scheme, scopes)
  return requirement
}

/** AWS refuses an import whose mappings name path parameters that the operation does not declare. */
function declarePathParameters(operation: Editable, path: string, version: OpenedDefinition['version']): void {
  const names = [...path.matchAll(/\{([^{}+]+)\+?\}/g)].map((found) => found[1] ?? '')
  const found = member(operation, 'parameters')
  const declared: readonly unknown[] = Array.isArray(found) ? found : []
  const others = declared.filter((parameter) => member(parameter, 'in') !== 'path' || names.includes(String(member(parameter, 'name'))))
  const missing = names.filter(
    (name) => !others.some((parameter) => member(parameter, 'in') === 'path' && member(parameter, 'name') === name),
  )
  const added = missing.map((name) =>
    version === 'swagger2'
      ? { name, in: 'path', required: true, type: 'string' }
      : { name, in: 'path', required: true, schema: { type: 'string' } },
  )
  const parameters = [...others, ...added]
  put(operation, 'parameters', parameters.length > 0 ? parameters : undefined)
}
