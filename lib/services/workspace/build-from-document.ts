import type { World } from '../../domain/world'
import { requireAdminForCredentials } from '../credential-changes'
import type { ServiceContext } from '../ports'
import type { Built } from '../write-world'
import { applyDocument } from './apply-document'
import { checkScripts } from './check-scripts'

export interface DocumentLayer {
  readonly document: unknown
  readonly mode: 'merge' | 'replace'
  /** What the document is laid over where that is not the stored world itself. */
  readonly over?: World
  /** See `applyDocument`. */
  readonly strip?: string
}

/**
 * The world that a whole document makes of `current`, with everything checked that a caller's document
 * must pass: contents, references, the role that credentials need, scripts. Throws as `applyDocument`
 * does, and AppError `forbidden`.
 */
export async function buildFromDocument(ctx: ServiceContext, current: World, layer: DocumentLayer): Promise<Built> {
  const built = await applyDocument(ctx.ports, layer.over ?? current, layer.document, layer.mode, layer.strip)
  requireAdminForCredentials(ctx.actor, current, built.world)
  await checkScripts(ctx.ports, current, built)
  return built
}
