import type { IntegrationSpec, RouteMethod } from '../derived-api'
import { isObject, member } from '../document/json-value'
import { pointerTo } from '../document/pointer'
import type { IntegrationPlace } from './read-integration'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'])
const TIMEOUT_MIN_MS = 50
const TIMEOUT_MAX_MS = { REST: 29_000, HTTP: 30_000 } as const
const DESTINATION = /^integration\.request\.(path|querystring|header)\.([^\s]{1,256})$/
const SOURCE = /^(method\.request\.(path|querystring|header)\.[^\s]{1,256}|stageVariables\.[A-Za-z0-9_]{1,64}|'[^'\r\n]*')$/
const CONTEXT_SOURCE =
  /^context\.(requestId|extendedRequestId|apiId|stage|httpMethod|resourcePath|path|accountId|identity\.(sourceIp|userAgent|userArn|caller)|authorizer\.[^\s]{1,256})$/

/** Source: developer guide, HTTP proxy integrations and request parameter mapping. */
export function readHttpProxy(value: unknown, place: IntegrationPlace): IntegrationSpec | null {
  const requestParameters = readRequestParameters(value, place)
  const uri = readUri(value, requestParameters, place)
  const httpMethod = readMethod(value, place)
  const timeoutMs = readTimeout(value, place)
  return uri && httpMethod ? { type: 'HTTP_PROXY', uri, httpMethod, timeoutMs, requestParameters } : null
}

function readUri(value: unknown, mapped: ReadonlyMap<string, string>, { pointer, pathParams, reading }: IntegrationPlace): string | null {
  const at = pointerTo(pointer, 'uri')
  const uri = member(value, 'uri')
  const refuse = (message: string) => {
    reading.problems.error(at, uri === undefined ? 'required' : 'invalid_value', message)
    return null
  }
  if (typeof uri !== 'string' || uri.length > 2048 || /[\s\\]/.test(uri)) return refuse('Expected an absolute http or https URL.')
  const withoutStage = uri.replaceAll(/\$\{stageVariables\.[A-Za-z0-9_]{1,64}\}/g, 'stage')
  const placeholders = [...withoutStage.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '')
  const url = parseUrl(withoutStage.replaceAll(/\{[^{}]*\}/g, 'x'))
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('Expected an absolute http or https URL.')
  if (url.username || url.password || url.hash) return refuse('A URL without user, password and fragment.')
  if (/\{/.test(withoutStage.replace(/^https?:\/\//i, '').split(/[/?]/)[0] ?? ''))
    return refuse('The caller may not choose the host: no {parameter} there.')
  const unknown = placeholders.find((name) => !pathParams.has(name) && !mapped.has(`integration.request.path.${name}`))
  if (unknown !== undefined) return refuse(`Nothing gives {${unknown}} a value: map integration.request.path.${unknown}.`)
  return uri
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function readMethod(value: unknown, { pointer, reading }: IntegrationPlace): RouteMethod | null {
  const written = member(value, 'httpMethod')
  const method = typeof written === 'string' ? written.toUpperCase() : ''
  if (METHODS.has(method)) return method as RouteMethod
  const at = pointerTo(pointer, 'httpMethod')
  if (written === undefined) reading.problems.error(at, 'required', 'httpMethod is missing: the method of the upstream request, or ANY.')
  else reading.problems.error(at, 'invalid_value', 'Expected an HTTP method or ANY.')
  return null
}

function readTimeout(value: unknown, { pointer, protocol, reading }: IntegrationPlace): number {
  const max = TIMEOUT_MAX_MS[protocol]
  const timeout = member(value, 'timeoutInMillis') ?? max
  if (typeof timeout === 'number' && Number.isInteger(timeout) && timeout >= TIMEOUT_MIN_MS && timeout <= max) return timeout
  reading.problems.error(pointerTo(pointer, 'timeoutInMillis'), 'invalid_value', `A whole number from ${TIMEOUT_MIN_MS} to ${max}.`)
  return max
}

function readRequestParameters(value: unknown, { pointer, pathParams, protocol, reading }: IntegrationPlace): ReadonlyMap<string, string> {
  const parameters = member(value, 'requestParameters')
  const at = pointerTo(pointer, 'requestParameters')
  const result = new Map<string, string>()
  if (parameters === undefined || parameters === null) return result
  if (!isObject(parameters)) {
    reading.problems.error(at, 'invalid_type', 'requestParameters is an object.')
    return result
  }
  for (const [destination, source] of Object.entries(parameters)) {
    const here = pointerTo(at, destination)
    if (protocol === 'HTTP') reading.problems.notSupported(here, 'Parameter mapping of HTTP APIs cannot be enforced.')
    else if (!DESTINATION.test(destination))
      reading.problems.error(here, 'invalid_value', 'Expected integration.request.path, querystring or header and a name.')
    else if (typeof source !== 'string' || !(SOURCE.test(source) || CONTEXT_SOURCE.test(source))) {
      reading.problems.notSupported(
        here,
        "A value is mapped from method.request.path, querystring or header, stageVariables, context, or is a 'constant'.",
      )
    } else if (source.startsWith('method.request.path.') && !pathParams.has(source.slice('method.request.path.'.length))) {
      reading.problems.error(here, 'invalid_value', `The route has no path parameter ${source.slice('method.request.path.'.length)}.`)
    } else result.set(destination, source)
  }
  return result
}
