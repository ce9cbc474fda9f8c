import type { IntegrationSpec } from '../derived-api'
import { member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Reading } from '../workspace/shape'
import { checkFields } from './check-fields'
import { INTEGRATION_FIELDS } from './field-tables'
import { readHttpProxy } from './read-http-proxy'
import { readMock } from './read-mock'

/** Where an integration stands, for reading and for messages. */
export interface IntegrationPlace {
  readonly protocol: 'REST' | 'HTTP'
  readonly pathParams: ReadonlySet<string>
  readonly pointer: string
  readonly reading: Reading
}

const UNSUPPORTED_TYPES: ReadonlySet<string> = new Set(['http', 'aws', 'aws_proxy'])

/** Reads `x-amazon-apigateway-integration` of an operation; null when it was refused. */
export function readIntegration(
  operation: unknown,
  operationPointer: string,
  place: Omit<IntegrationPlace, 'pointer'>,
): IntegrationSpec | null {
  const { problems } = place.reading
  const pointer = pointerTo(operationPointer, 'x-amazon-apigateway-integration')
  const value = member(operation, 'x-amazon-apigateway-integration')
  if (value === undefined) {
    problems.error(pointer, 'required', 'An operation needs an integration: without one the route does nothing.')
    return null
  }
  const before = problems.errors.length
  if (!checkFields(INTEGRATION_FIELDS, 'Integration', value, pointer, place.reading)) return null
  const spec = readByType(String(member(value, 'type') ?? '').toLowerCase(), value, { ...place, pointer })
  return problems.errors.length === before ? spec : null
}

function readByType(type: string, value: unknown, place: IntegrationPlace): IntegrationSpec | null {
  const { problems } = place.reading
  const at = pointerTo(place.pointer, 'type')
  if (type === 'http_proxy') return readHttpProxy(value, place)
  if (type === 'mock' && place.protocol === 'REST') return readMock(value, place)
  if (type === 'mock') problems.notSupported(at, 'HTTP APIs have no mock integrations.')
  else if (UNSUPPORTED_TYPES.has(type)) problems.notSupported(at, `Integrations of type ${type} cannot be run; http_proxy and mock can.`)
  else problems.error(at, 'invalid_value', 'An integration has the type http_proxy or mock.')
  return null
}
