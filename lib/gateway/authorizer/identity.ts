/** What identifies the caller of a Lambda authorizer: the values that must be there and that key the cache. */
import type { IdentitySource } from '../../domain/derived-api'
import type { Exchange } from '../exchange'
import { findHeader } from '../head'
import { parseQuery } from '../query-parameters'
import { contextValue } from '../request-context'
import type { LambdaAuthorizerSpec } from '../snapshot'

/** One value for each source in order; null where the request has none. */
export function readIdentity(x: Exchange, spec: LambdaAuthorizerSpec): readonly (string | null)[] {
  if (spec.type === 'TOKEN') return [findHeader(x.request.rawHeaders, spec.header.toLowerCase())]
  const query = spec.identitySources.some(({ from }) => from === 'querystring') ? parseQuery(x.rawQuery) : null
  return spec.identitySources.map((source) => readSource(x, source, query))
}

function readSource(x: Exchange, { from, name }: IdentitySource, query: ReadonlyMap<string, readonly string[]> | null): string | null {
  switch (from) {
    case 'header':
      return joinValues(x.request.rawHeaders, name.toLowerCase())
    case 'querystring':
      return query?.get(name)?.join(',') ?? null
    case 'stageVariables':
      return x.stage!.variables.get(name) ?? null
    case 'context':
      return contextValue(x, name)
  }
}

/** All values of a header: a second one must not ride along under the first one's cached result. */
function joinValues(rawHeaders: readonly string[], lowerName: string): string | null {
  let joined: string | null = null
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.length !== lowerName.length || rawHeaders[index]!.toLowerCase() !== lowerName) continue
    joined = joined === null ? rawHeaders[index + 1]! : `${joined},${rawHeaders[index + 1]!}`
  }
  return joined
}

/** `the header X-Signature` for a sentence. */
export function describeSource(spec: LambdaAuthorizerSpec, index: number): string {
  if (spec.type === 'TOKEN') return `a token in the header ${spec.header}`
  const source = spec.identitySources[index]!
  if (source.from === 'header') return `the header ${source.name}`
  if (source.from === 'querystring') return `the query parameter ${source.name}`
  return source.from === 'stageVariables' ? `the stage variable ${source.name}` : `the context value ${source.name}`
}
