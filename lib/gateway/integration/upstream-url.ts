/** The address of the upstream, made of the integration's URI and the request. */
import type { Exchange } from '../exchange'
import { findHeader } from '../head'
import { parseQuery } from '../query-parameters'
import { contextValue } from '../request-context'
import type { CompiledIntegration, ParameterMapping, ParameterSource } from '../snapshot'

type Proxy = Extract<CompiledIntegration, { type: 'HTTP_PROXY' }>

export interface MappedParameters {
  readonly path: ReadonlyMap<string, string>
  readonly query: ReadonlyMap<string, string>
  /** By lower-case name: the header as it is sent. */
  readonly headers: ReadonlyMap<string, readonly [string, string]>
}

/** Values of the request parameters; one whose source the request does not have is left out. */
export function mapParameters(x: Exchange, mappings: readonly ParameterMapping[]): MappedParameters {
  const path = new Map<string, string>()
  const query = new Map<string, string>()
  const headers = new Map<string, readonly [string, string]>()
  for (const { to, name, from } of mappings) {
    const value = readSource(x, from)
    if (value === null) continue
    if (to === 'header') headers.set(name.toLowerCase(), [name, value])
    else if (to === 'querystring') query.set(name, value)
    else path.set(name, from.type === 'path' ? value : encodeURIComponent(value))
  }
  return { path, query, headers }
}

function readSource(x: Exchange, source: ParameterSource): string | null {
  switch (source.type) {
    case 'constant':
      return source.value
    case 'path':
      return x.params.get(source.name) ?? null
    case 'querystring':
      return parseQuery(x.rawQuery).get(source.name)?.at(-1) ?? null
    case 'header':
      return findHeader(x.request.rawHeaders, source.name.toLowerCase())
    case 'stageVariables':
      return x.stage!.variables.get(source.name) ?? null
    case 'context':
      return contextValue(x, source.name)
    case 'authorizer':
      return x.authorizer?.type === 'lambda' ? (x.authorizer.context.get(source.name) ?? null) : null
    case 'claims': {
      const claim = x.authorizer?.type === 'cognito' ? x.authorizer.claims[source.name] : undefined
      if (claim === undefined || claim === null) return null
      return Array.isArray(claim) ? claim.join(',') : String(claim)
    }
  }
}

/**
 * Returns the URL, or null when a value would lead elsewhere than the integration says: out of its
 * host, or out of its path by a dot segment.
 */
export function buildUpstreamUrl(x: Exchange, { uri }: Proxy, mapped: MappedParameters): string | null {
  let url = ''
  for (const piece of uri) {
    if (piece.type === 'text') url += piece.text
    else if (piece.type === 'stageVariable') url += x.stage!.variables.get(piece.name) ?? ''
    else {
      const value = mapped.path.get(piece.name) ?? x.params.get(piece.name) ?? ''
      if (isInAuthority(url) ? !/^[A-Za-z0-9-]+$/.test(value) : isEscaping(value)) return null
      url += value
    }
  }
  const fragment = url.indexOf('#')
  const query = queryFor(x, mapped.query)
  const base = fragment === -1 ? url : url.slice(0, fragment)
  return query === '' ? base : `${base}${base.includes('?') ? '&' : '?'}${query}`
}

function isInAuthority(url: string): boolean {
  const start = url.indexOf('://')
  return start === -1 || !url.includes('/', start + 3)
}

const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i

function isEscaping(value: string): boolean {
  return /[?#\\]/.test(value) || value.split(/\/|%2f|%5c/i).some((segment) => DOT_SEGMENT.test(segment))
}

const SIGNATURE_PARAMETERS = /^X-Amz-(?:Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token)$/

/** The client's query as sent, without a signature that was for us, and with mapped parameters in place of same-named ones. */
function queryFor(x: Exchange, mapped: ReadonlyMap<string, string>): string {
  const signed = x.route!.auth.type === 'AWS_IAM'
  if (mapped.size === 0 && !signed) return x.rawQuery
  const kept = x.rawQuery.split('&').filter((pair) => {
    if (pair === '') return false
    const name = parseQuery(pair).keys().next().value ?? ''
    return !mapped.has(name) && !(signed && SIGNATURE_PARAMETERS.test(name))
  })
  for (const [name, value] of mapped) kept.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return kept.join('&')
}
