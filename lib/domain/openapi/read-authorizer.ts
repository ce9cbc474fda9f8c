import type { AuthorizerSpec, FunctionRef } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { Reading } from '../workspace/shape'
import { checkFields } from './check-fields'
import { AUTHORIZER_FIELDS } from './field-tables'
import { readFunctionUri } from './function-uri'
import { readIdentitySources } from './read-identity-sources'
import { readPattern } from './read-pattern'

const POOL_ARN = /^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:\d{12}:userpool\/([a-z0-9-]+_[A-Za-z0-9]+)$/
const TTL_DEFAULT_SEC = 300
const TTL_MAX_SEC = 3600

interface Place {
  readonly name: string
  readonly scheme: Readonly<Record<string, unknown>>
  /** Pointer of x-amazon-apigateway-authorizer. */
  readonly pointer: string
  readonly reading: Reading
}

/** Reads `x-amazon-apigateway-authorizer` of a security scheme; null when it was refused. */
export function readAuthorizer(place: Place): AuthorizerSpec | null {
  const { scheme, pointer, reading } = place
  const value = member(scheme, 'x-amazon-apigateway-authorizer')
  const before = reading.problems.errors.length
  if (!checkFields(AUTHORIZER_FIELDS, 'Authorizer', value, pointer, reading)) return null
  const type = String(member(value, 'type') ?? '').toLowerCase()
  const spec = readByType(type, value, place)
  return reading.problems.errors.length === before ? spec : null
}

function readByType(type: string, value: unknown, place: Place): AuthorizerSpec | null {
  const { problems } = place.reading
  if (type === 'token') return readToken(value, place)
  if (type === 'request') return readRequest(value, place)
  if (type === 'cognito_user_pools') return readCognito(value, place)
  const at = pointerTo(place.pointer, 'type')
  if (type === 'jwt') problems.notSupported(at, 'JWT authorizers cannot be enforced.')
  else problems.error(at, 'invalid_value', 'An authorizer has the type token, request or cognito_user_pools.')
  return null
}

function readToken(value: unknown, place: Place): AuthorizerSpec | null {
  const header = readHeader(value, place)
  const identityValidationExpression = readValidation(value, place)
  const ttlSec = readTtl(value, place)
  const fn = readFunction(value, place)
  if (header === null || fn === null) return null
  return { type: 'TOKEN', name: place.name, header, identityValidationExpression, ttlSec, function: fn }
}

function readRequest(value: unknown, place: Place): AuthorizerSpec | null {
  const { problems } = place.reading
  const at = pointerTo(place.pointer, 'identitySource')
  const identitySources = readIdentitySources(member(value, 'identitySource'), at, problems)
  const ttlSec = readTtl(value, place)
  if (member(value, 'identityValidationExpression') != null) {
    problems.notSupported(pointerTo(place.pointer, 'identityValidationExpression'), 'A request authorizer has no validation expression.')
  }
  if (ttlSec > 0 && identitySources.length === 0) {
    problems.error(
      at,
      'required',
      'With caching on, at least one identity source is needed; set authorizerResultTtlInSeconds to 0 otherwise.',
    )
  }
  const fn = readFunction(value, place)
  return fn && { type: 'REQUEST', name: place.name, identitySources, ttlSec, function: fn }
}

function readCognito(value: unknown, place: Place): AuthorizerSpec | null {
  const { problems } = place.reading
  const arns = member(value, 'providerARNs')
  const at = pointerTo(place.pointer, 'providerARNs')
  const header = readHeader(value, place)
  const identityValidationExpression = readValidation(value, place)
  readTtl(value, place)
  if (!Array.isArray(arns) || arns.length === 0) {
    problems.error(at, 'required', 'providerARNs names at least one user pool.')
    return null
  }
  const poolIds = arns.map((arn, index) => {
    const id = typeof arn === 'string' ? POOL_ARN.exec(arn)?.[1] : undefined
    if (!id) problems.error(pointerTo(at, index), 'invalid_value', 'Expected the ARN of a user pool.')
    return id ?? ''
  })
  return header === null ? null : { type: 'COGNITO_USER_POOLS', name: place.name, header, identityValidationExpression, poolIds }
}

/** The header is named by the security scheme; an identitySource, where written, must agree. */
function readHeader(value: unknown, { scheme, pointer, reading }: Place): string | null {
  const at = pointerTo(pointer, 'identitySource')
  const schemePointer = pointer.slice(0, pointer.lastIndexOf('/'))
  const named = member(scheme, 'name')
  if (member(scheme, 'type') !== 'apiKey' || member(scheme, 'in') !== 'header' || typeof named !== 'string' || named === '') {
    reading.problems.error(
      schemePointer,
      'invalid_value',
      'The scheme of this authorizer has type apiKey, in header, and the name of the header.',
    )
    return null
  }
  const sources = readIdentitySources(member(value, 'identitySource'), at, reading.problems)
  const only = sources[0]
  if (!only) return named
  if (sources.length === 1 && only.from === 'header' && only.name.toLowerCase() === named.toLowerCase()) return named
  reading.problems.error(at, 'invalid_identity_source', `The scheme names the header ${named}; identitySource says something else.`)
  return null
}

function readValidation(value: unknown, { pointer, reading }: Place): string | null {
  const pattern = member(value, 'identityValidationExpression')
  if (pattern === undefined || pattern === null || pattern === '') return null
  return readPattern(pattern, pointerTo(pointer, 'identityValidationExpression'), reading.problems)
}

function readTtl(value: unknown, { pointer, reading }: Place): number {
  const ttl = member(value, 'authorizerResultTtlInSeconds') ?? TTL_DEFAULT_SEC
  if (typeof ttl === 'number' && Number.isInteger(ttl) && ttl >= 0 && ttl <= TTL_MAX_SEC) return ttl
  reading.problems.error(pointerTo(pointer, 'authorizerResultTtlInSeconds'), 'invalid_value', `A whole number from 0 to ${TTL_MAX_SEC}.`)
  return 0
}

function readFunction(value: unknown, { pointer, reading }: Place): FunctionRef | null {
  const at = pointerTo(pointer, 'authorizerUri')
  const uri = member(value, 'authorizerUri')
  if (isObject(uri)) {
    reading.problems.notSupported(at, 'Intrinsic functions of CloudFormation are not resolved: write the URI out.')
    return null
  }
  const ref = typeof uri === 'string' ? readFunctionUri(uri) : null
  if (!ref) {
    const message =
      'Expected arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations, without version or alias.'
    reading.problems.error(at, uri === undefined ? 'required' : 'invalid_value', message)
  }
  return ref
}
