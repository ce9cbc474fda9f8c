import type { IdentitySource } from '../derived-api'
import type { Problems } from '../document/problems'

const SOURCE = /^(?:method\.request\.(header|querystring)|(stageVariables|context))\.([^\s,]{1,256})$/

/**
 * Reads `method.request.header.X, method.request.querystring.Y, stageVariables.Z, context.W`.
 * Source: developer guide, Lambda authorizer input.
 */
export function readIdentitySources(value: unknown, pointer: string, problems: Problems): readonly IdentitySource[] {
  if (value === undefined || value === null || value === '') return []
  if (typeof value !== 'string') {
    problems.error(pointer, 'invalid_type', 'identitySource is text, its expressions separated by commas.')
    return []
  }
  const sources: IdentitySource[] = []
  for (const part of value.split(',').map((text) => text.trim())) {
    const found = SOURCE.exec(part)
    const from = (found?.[1] ?? found?.[2]) as IdentitySource['from'] | undefined
    if (found?.[3] && from) sources.push({ from, name: found[3] })
    else problems.error(pointer, 'invalid_identity_source', `"${part}" is no identity source.`)
  }
  return sources
}

/** The inverse of `readIdentitySources`. */
export function writeIdentitySources(sources: readonly IdentitySource[]): string {
  return sources
    .map(({ from, name }) => (from === 'header' || from === 'querystring' ? `method.request.${from}.${name}` : `${from}.${name}`))
    .join(', ')
}
