import type { ParameterMapping, ParameterSource } from '../snapshot'

const DESTINATION = /^integration\.request\.(path|querystring|header)\.(.+)$/
const REQUEST = /^method\.request\.(path|querystring|header)\.(.+)$/
const CONSTANT = /^'(.*)'$/s
const CONTEXT_NAMES = new Set([
  'requestId',
  'extendedRequestId',
  'apiId',
  'stage',
  'httpMethod',
  'resourcePath',
  'path',
  'accountId',
  'identity.sourceIp',
  'identity.userAgent',
  'identity.userArn',
  'identity.caller',
  'authorizer.principalId',
])

/** Reads one row of `requestParameters`; null when it cannot be enforced here. */
export function readParameterMapping(destination: string, source: string): ParameterMapping | null {
  const to = DESTINATION.exec(destination)
  const from = readSource(source)
  return to && from ? { to: to[1] as ParameterMapping['to'], name: to[2]!, from } : null
}

function readSource(source: string): ParameterSource | null {
  const constant = CONSTANT.exec(source)
  if (constant) return { type: 'constant', value: constant[1]! }
  const request = REQUEST.exec(source)
  if (request) return { type: request[1] as 'path' | 'querystring' | 'header', name: request[2]! }
  if (source.startsWith('stageVariables.')) return { type: 'stageVariables', name: source.slice('stageVariables.'.length) }
  if (source.startsWith('context.authorizer.claims.')) return { type: 'claims', name: source.slice('context.authorizer.claims.'.length) }
  const context = source.startsWith('context.') ? source.slice('context.'.length) : null
  if (context === null) return null
  if (CONTEXT_NAMES.has(context)) return { type: 'context', name: context }
  return context.startsWith('authorizer.') ? { type: 'authorizer', name: context.slice('authorizer.'.length) } : null
}
