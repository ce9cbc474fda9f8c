import type { WriteResult } from '../../domain/console-api'
import type { Api } from '../../domain/world'
import type { ServiceContext } from '../ports'
import { applyDocument } from '../workspace/apply-document'
import { writeWorld } from '../write-world'
import { getApiIn } from './find-api'

/**
 * Writes an API by a structured edit of its OpenAPI text: routes, authorizers and integrations are
 * derived from the text and never edited alone. Pointers of issues begin at the API.
 */
export function editDefinition(ctx: ServiceContext, id: string, note: string, edit: (api: Api) => string): Promise<WriteResult> {
  return writeWorld(ctx, { object: { kind: 'api', key: id }, note: `${note} of ${id}` }, (world) => {
    const definition = edit(getApiIn(world, id))
    return applyDocument(ctx.ports, world, { gatehouse: 1, apis: [{ id, definition }] }, 'merge', '/apis/0')
  })
}
