/** What a Lambda authorizer is given. Source: developer guide, api-gateway-lambda-authorizer-input. */
import { methodArn } from '../arn'
import type { Exchange } from '../exchange'
import { parseQuery } from '../query-parameters'
import { requestContext } from '../request-context'

export function tokenEvent(x: Exchange, token: string): object {
  return { type: 'TOKEN', authorizationToken: token, methodArn: methodArn(x) }
}

/** Empty maps are `{}`, never null; the body is never passed. */
export function requestEvent(x: Exchange): object {
  const headers = groupHeaders(x.request.rawHeaders)
  const query = parseQuery(x.rawQuery)
  return {
    type: 'REQUEST',
    methodArn: methodArn(x),
    resource: x.route!.path,
    path: x.path,
    httpMethod: x.request.method,
    headers: lastOf(headers),
    multiValueHeaders: bare(headers),
    queryStringParameters: lastOf(query),
    multiValueQueryStringParameters: bare(query),
    pathParameters: bare(x.params),
    stageVariables: bare(x.stage!.variables),
    requestContext: requestContext(x),
  }
}

/** Values by name as sent; names that differ in case only are one. */
function groupHeaders(rawHeaders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  const names = new Map<string, string>()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index]!
    const name = names.get(sent.toLowerCase()) ?? sent
    names.set(sent.toLowerCase(), name)
    const values = groups.get(name)
    if (values) values.push(rawHeaders[index + 1]!)
    else groups.set(name, [rawHeaders[index + 1]!])
  }
  return groups
}

/** An object without prototype, so that any name is only a name. */
function bare<V>(map: ReadonlyMap<string, V>): Record<string, V> {
  const object: Record<string, V> = Object.create(null)
  for (const [key, value] of map) object[key] = value
  return object
}

function lastOf(map: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  const object: Record<string, string> = Object.create(null)
  for (const [key, values] of map) object[key] = values[values.length - 1]!
  return object
}
