import type { RouteAuth } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import type { Scheme } from './read-schemes'

interface Place {
  readonly protocol: 'REST' | 'HTTP'
  readonly schemes: ReadonlyMap<string, Scheme>
  /** Security of the document's root, for operations that have none of their own. */
  readonly rootSecurity: unknown
  readonly problems: Problems
}

/**
 * Reads how an operation is authorized; null when it cannot be enforced, and then the operation is
 * refused, never opened. An operation without `security` has the root's. Source: OpenAPI 3.1 section 4.8.10.
 */
export function readRouteAuth(operation: unknown, pointer: string, place: Place): RouteAuth | null {
  const before = place.problems.errors.length
  const own = member(operation, 'security')
  const explicit = readExplicitAuth(operation, pointerTo(pointer, 'x-amazon-apigateway-auth'), place.problems)
  const fromSecurity =
    own === undefined ? readSecurity(place.rootSecurity, '/security', place) : readSecurity(own, pointerTo(pointer, 'security'), place)
  if (place.problems.errors.length > before || !fromSecurity) return null
  const auth = combine(explicit, fromSecurity, own !== undefined)
  if (!auth) {
    place.problems.error(pointer, 'conflicting_auth', 'x-amazon-apigateway-auth and security say different things.')
    return null
  }
  if (auth.type !== 'NONE' && place.protocol === 'HTTP') {
    place.problems.notSupported(pointer, 'Authorization on routes of HTTP APIs cannot be enforced.')
    return null
  }
  return auth
}

function combine(explicit: 'NONE' | 'AWS_IAM' | null, security: RouteAuth, ownSecurity: boolean): RouteAuth | null {
  if (explicit === null || explicit === security.type) return security
  if (explicit === 'AWS_IAM' && (security.type === 'NONE' || !ownSecurity)) return { type: 'AWS_IAM' }
  return null
}

function readExplicitAuth(operation: unknown, pointer: string, problems: Problems): 'NONE' | 'AWS_IAM' | null {
  const value = member(operation, 'x-amazon-apigateway-auth')
  if (value === undefined) return null
  const type = String(member(value, 'type')).toUpperCase()
  if (type === 'NONE' || type === 'AWS_IAM') return type
  problems.error(pointerTo(pointer, 'type'), 'invalid_value', 'The type is NONE or AWS_IAM; authorizers are named under security.')
  return null
}

function readSecurity(security: unknown, pointer: string, place: Place): RouteAuth | null {
  if (security === undefined) return { type: 'NONE' }
  if (!Array.isArray(security)) {
    place.problems.error(pointer, 'invalid_type', 'security is a list.')
    return null
  }
  if (security.length === 0) return { type: 'NONE' }
  if (security.length > 1) {
    place.problems.notSupported(pointer, 'Alternatives cannot be enforced: name one scheme.')
    return null
  }
  const requirement: unknown = security[0]
  const at = pointerTo(pointer, 0)
  if (!isObject(requirement)) {
    place.problems.error(at, 'invalid_type', 'A security requirement is an object.')
    return null
  }
  const names = Object.keys(requirement)
  const name = names[0]
  if (name === undefined) return { type: 'NONE' }
  if (names.length > 1) {
    place.problems.notSupported(at, 'Several schemes at once cannot be enforced: name one.')
    return null
  }
  return readRequirement(name, requirement[name], pointerTo(at, name), place)
}

function readRequirement(name: string, scopes: unknown, pointer: string, place: Place): RouteAuth | null {
  const scheme = place.schemes.get(name)
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string' && /^[\x21-\x7e]+$/.test(scope))) {
    place.problems.error(pointer, 'invalid_type', 'Scopes are a list of words.')
    return null
  }
  if (!scheme) {
    place.problems.error(pointer, 'unknown_scheme', `There is no security scheme ${name}.`)
    return null
  }
  if (scheme.kind === 'unenforceable') place.problems.notSupported(pointer, scheme.why)
  if (scheme.kind === 'unenforceable' || scheme.kind === 'refused') return null
  if (scheme.kind === 'authorizer' && scheme.spec.type === 'COGNITO_USER_POOLS')
    return { type: 'COGNITO_USER_POOLS', authorizer: name, scopes }
  if (scopes.length > 0) {
    place.problems.notSupported(pointer, 'Scopes are checked by user pool authorizers only.')
    return null
  }
  return scheme.kind === 'iam' ? { type: 'AWS_IAM' } : { type: 'CUSTOM', authorizer: name }
}
