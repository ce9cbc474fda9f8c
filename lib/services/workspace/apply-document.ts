import { applyWorkspace, parseWorkspace, type WorkspaceDocument } from '../../domain'
import { AppError, type Issue } from '../../domain/errors'
import type { World } from '../../domain/world'
import type { ServicePorts } from '../ports'
import type { Built } from '../write-world'
import { createGenerate } from './generate'

/**
 * Lays a workspace document, as text or as data, over a world: `merge` upserts what it names, `replace` makes the world
 * equal to it. Throws AppError `invalid_document` (or `not_supported`, `secret_required` when that is
 * all that is wrong) with every problem. `strip` is taken off the front of the issues' pointers, for
 * callers that made the document themselves.
 */
export async function applyDocument(
  ports: Pick<ServicePorts, 'random' | 'passwords'>,
  world: World,
  document: unknown,
  mode: 'merge' | 'replace',
  strip = '',
): Promise<Built & { readonly document: WorkspaceDocument }> {
  const parsed = parseWorkspace(document)
  if (!parsed.ok) throw documentError(parsed.issues.map((issue) => stripped(issue, strip)))
  const result = await applyWorkspace(world, parsed.document, { mode, generate: createGenerate(ports) })
  if (!result.ok) throw documentError(result.issues.map((issue) => stripped(issue, strip)))
  return { world: result.world, document: parsed.document, warnings: result.warnings.map((issue) => stripped(issue, strip)) }
}

/** One error for all problems of a document; its code is the problems' own where they agree on one. */
export function documentError(issues: readonly Issue[]): AppError {
  const errors = issues.filter((issue) => issue.severity === 'error')
  const codes = new Set(errors.map((issue) => issue.code))
  const only = codes.size === 1 ? [...codes][0] : undefined
  const code = only === 'not_supported' || only === 'secret_required' ? only : 'invalid_document'
  const first = errors[0]?.message ?? 'The document has problems.'
  return new AppError(code, errors.length > 1 ? `${first} There are ${errors.length} problems.` : first, { details: { issues } })
}

function stripped(issue: Issue, prefix: string): Issue {
  return prefix !== '' && issue.pointer.startsWith(prefix) ? { ...issue, pointer: issue.pointer.slice(prefix.length) } : issue
}
