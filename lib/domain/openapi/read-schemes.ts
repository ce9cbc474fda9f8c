import type { AuthorizerSpec } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Reading } from '../workspace/shape'
import { checkFields } from './check-fields'
import { SCHEME_FIELDS } from './field-tables'
import { type OpenedDefinition, schemesPath } from './open-definition'
import { readAuthorizer } from './read-authorizer'

/** What a security scheme of the document means to the gateway. */
export type Scheme =
  | { readonly kind: 'iam' }
  | { readonly kind: 'authorizer'; readonly spec: AuthorizerSpec }
  /** Nothing refuses the scheme itself, but an operation that asks for it cannot be enforced. */
  | { readonly kind: 'unenforceable'; readonly why: string }
  /** Refused already, with its pointer. */
  | { readonly kind: 'refused' }

export function readSchemes(opened: OpenedDefinition, protocol: 'REST' | 'HTTP', reading: Reading): ReadonlyMap<string, Scheme> {
  const schemes = new Map<string, Scheme>()
  const path = schemesPath(opened.version)
  const all = path.reduce<unknown>((value, name) => member(value, name), opened.root)
  if (all === undefined) return schemes
  const pointer = pointerTo('', ...path)
  if (!isObject(all)) {
    reading.problems.error(pointer, 'invalid_type', 'Security schemes are an object.')
    return schemes
  }
  for (const [name, value] of Object.entries(all)) {
    schemes.set(name, readScheme(name, value, pointerTo(pointer, name), protocol, reading))
  }
  return schemes
}

function readScheme(name: string, value: unknown, pointer: string, protocol: 'REST' | 'HTTP', reading: Reading): Scheme {
  if (!checkFields(SCHEME_FIELDS, 'Security scheme', value, pointer, reading) || !isObject(value)) return { kind: 'refused' }
  const authType = member(value, 'x-amazon-apigateway-authtype')
  if (member(value, 'x-amazon-apigateway-authorizer') !== undefined) {
    return readAuthorizerScheme(name, value, pointerTo(pointer, 'x-amazon-apigateway-authorizer'), protocol, reading)
  }
  if (typeof authType === 'string' && authType.toLowerCase() === 'awssigv4') return { kind: 'iam' }
  const why = unenforceableReason(value)
  reading.rows.add({
    pointer,
    what: `Security scheme ${name}`,
    treatment: 'descriptive',
    why: `${why} Operations that ask for it are refused.`,
  })
  return { kind: 'unenforceable', why }
}

function readAuthorizerScheme(
  name: string,
  scheme: Readonly<Record<string, unknown>>,
  pointer: string,
  protocol: 'REST' | 'HTTP',
  reading: Reading,
): Scheme {
  if (protocol === 'HTTP') {
    reading.problems.notSupported(pointer, 'Authorizers of HTTP APIs cannot be enforced.')
    return { kind: 'refused' }
  }
  const spec = readAuthorizer({ name, scheme, pointer, reading })
  if (!spec) return { kind: 'refused' }
  reading.rows.add({ pointer, what: `Authorizer ${name}`, treatment: 'enforced', why: describeAuthorizer(spec) })
  return { kind: 'authorizer', spec }
}

function describeAuthorizer(spec: AuthorizerSpec): string {
  if (spec.type === 'COGNITO_USER_POOLS') return `Tokens of ${spec.poolIds.join(', ')} in the header ${spec.header}.`
  return `Function ${spec.function.name}, results kept for ${spec.ttlSec} s.`
}

function unenforceableReason(scheme: Readonly<Record<string, unknown>>): string {
  const type = member(scheme, 'type')
  if (type === 'apiKey' && String(member(scheme, 'name')).toLowerCase() === 'x-api-key') return 'API keys cannot be enforced.'
  return 'The scheme has no x-amazon-apigateway-authorizer, so nothing would check it.'
}
