import { z } from 'zod'
import type { WorkspaceWriteResult } from '../../domain/console-api'
import type { World } from '../../domain/world'
import { audit } from '../audit'
import type { ServiceContext } from '../ports'
import { defineVerb } from '../verb'
import { inTurn } from '../world/in-turn'
import { withoutPoolUsers } from '../world/without-pool-users'
import { buildFromDocument } from './build-from-document'

const DOCUMENT_CHARS_MAX = 64 * 1024 * 1024

const writeSchema = z.object({
  text: z.string().max(DOCUMENT_CHARS_MAX),
  format: z.enum(['json', 'yaml']),
  dryRun: z
    .stringbool({ truthy: ['true', '1', ''], falsy: ['false', '0'] })
    .or(z.boolean())
    .default(false),
})
type Write = z.output<typeof writeSchema>

/** Makes the document's part of the world equal to it. All or nothing; `dryRun` answers the plan and stores nothing. */
export const replaceWorkspace = defineVerb({
  role: 'editor',
  summary: 'Make the configuration equal to a workspace document',
  input: writeSchema,
  run: (ctx, input): Promise<WorkspaceWriteResult> => writeDocument(ctx, input, 'replace'),
})

/** Upserts by key and deletes nothing. All or nothing; `dryRun` answers the plan and stores nothing. */
export const mergeWorkspace = defineVerb({
  role: 'editor',
  summary: 'Lay a workspace document over the configuration',
  input: writeSchema,
  run: (ctx, input): Promise<WorkspaceWriteResult> => writeDocument(ctx, input, 'merge'),
})

async function writeDocument(ctx: ServiceContext, { text, dryRun }: Write, mode: 'merge' | 'replace'): Promise<WorkspaceWriteResult> {
  const { config, publish } = ctx.ports
  let warnings: WorkspaceWriteResult['warnings'] = []
  const note = mode === 'merge' ? 'Merge a workspace document' : 'Replace the workspace'
  const build = async (current: World): Promise<World> => {
    const built = await buildFromDocument(ctx, current, { document: text, mode })
    warnings = built.warnings ?? []
    return built.world
  }
  const changed = await inTurn(ctx.ports, () => config.change({ author: ctx.actor.name, note }, { users: true, dryRun }, build))
  if (!dryRun) {
    await publish(withoutPoolUsers(changed.world))
    await audit(ctx, note, 'workspace', changed.revision)
  }
  return { revision: changed.revision, plan: changed.plan, warnings }
}
