import type { EditResult } from '../../domain'
import type { WriteResult } from '../../domain/console-api'
import { AppError, type ErrorCode, type Issue } from '../../domain/errors'
import type { Api } from '../../domain/world'
import type { ServiceContext } from '../ports'
import { applyDocument, documentError } from '../workspace/apply-document'
import { writeWorld } from '../write-world'
import { getApiIn } from './find-api'

/** Refusals of an edit as a whole: what was to be changed is not there, or what was to be made is. */
const REFUSALS: ReadonlyMap<string, ErrorCode> = new Map([
  ['unknown_route', 'not_found'],
  ['unknown_scheme', 'not_found'],
  ['route_conflict', 'conflict'],
  ['duplicate_key', 'conflict'],
  ['in_use', 'conflict'],
])

/**
 * Writes an API by a structured edit of its OpenAPI text: routes, authorizers and integrations are
 * derived from the text and never edited alone. Throws AppError `not_found` or `conflict` for what the
 * edit itself refuses, `invalid_document` with pointers into the definition for what could not be enforced.
 */
export function editDefinition(ctx: ServiceContext, id: string, note: string, edit: (api: Api) => EditResult): Promise<WriteResult> {
  return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `${note} of ${id}` }, (world) => {
    const definition = editedText(edit(getApiIn(world, id)))
    return applyDocument(ctx.ports, world, { gatehouse: 1, apis: [{ id, definition }] }, 'merge', '/apis/0/definition')
  })
}

/** Returns the text of an edit that went through; throws what it refused. */
export function editedText(result: EditResult): string {
  if (result.ok) return result.definition
  throw refusal(result.issues) ?? documentError(result.issues)
}

function refusal([issue, ...more]: readonly Issue[]): AppError | null {
  const code = issue && more.length === 0 && issue.pointer === '' ? REFUSALS.get(issue.code) : undefined
  return issue && code ? new AppError(code, issue.message) : null
}
