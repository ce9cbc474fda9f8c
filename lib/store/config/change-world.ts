import { AppError } from '../../domain/errors'
import { diffObjects, type ObjectChange } from '../../domain/workspace/plan-worlds'
import type { World } from '../../domain/world'
import type { ChangeMeta, ConfigStore } from '../../services/ports'
import type { Database, Transaction } from '../database'
import { asDatabaseError } from '../prisma-errors'
import { NOTIFY_CHANNEL } from '../revision-listener'
import { applyChanges, type ChangeContext } from '../world/apply-changes'
import { loadWorld, type WorldReader } from '../world/load-world'
import { actionOf, planOf } from './planned-change'
import { versionText } from './version-text'

type Options = Parameters<ConfigStore['change']>[1]
type Build = Parameters<ConfigStore['change']>[2]
type Changed = Awaited<ReturnType<ConfigStore['change']>>

/** One write, as `ConfigStore.change` promises it. */
export async function changeWorld(
  database: Database,
  reader: WorldReader,
  meta: ChangeMeta,
  options: Options,
  build: Build,
): Promise<Changed> {
  const thrown: { by?: { readonly error: unknown } } = {}
  const buildOnce = async (current: World): Promise<World> => {
    try {
      return await build(current)
    } catch (error) {
      thrown.by = { error }
      throw error
    }
  }
  try {
    const isolationLevel = options.dryRun ? 'RepeatableRead' : 'ReadCommitted'
    return await database.prisma.$transaction(
      async (tx) => {
        // A dry run writes nothing and waits for nobody: it sees one state of its own.
        if (!options.dryRun) await takeConfigurationLock(tx)
        const current = await loadWorld(tx, reader, { users: options.users })
        const next = await buildOnce(current)
        const changes = diffObjects(current, next)
        const plan = planOf(changes)
        if (options.dryRun || changes.length === 0)
          return { world: { ...next, revision: current.revision }, revision: current.revision, plan }
        const revision = await commitChanges(tx, { box: reader.box, world: next }, meta, changes)
        return { world: { ...next, revision }, revision, plan }
      },
      { isolationLevel },
    )
  } catch (error) {
    throw thrown.by === undefined ? asDatabaseError(error) : thrown.by.error
  }
}

/** Every writer takes it first, so writers follow one another, and revision numbers commit in their order. */
async function takeConfigurationLock(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT "revision" FROM "config_head" WHERE "singleton" = 1 FOR UPDATE`
}

async function commitChanges(tx: Transaction, context: ChangeContext, meta: ChangeMeta, changes: readonly ObjectChange[]): Promise<number> {
  const [head] = await tx.$queryRaw<{ revision: number }[]>`
    UPDATE "config_head" SET "revision" = "revision" + 1 WHERE "singleton" = 1 RETURNING "revision"`
  if (head === undefined) throw new AppError('internal', 'The database has no configuration head.')
  const { revision } = head
  const at = new Date()
  await applyChanges(tx, context, changes)
  await tx.revision.create({ data: { number: revision, author: meta.author, note: meta.note, at } })
  await tx.objectVersion.createMany({
    data: changes.map((change) => ({
      kind: change.kind,
      key: change.key,
      revisionNumber: revision,
      action: actionOf(change),
      author: meta.author,
      at,
      text: versionText(change),
    })),
  })
  await tx.$executeRaw`SELECT pg_notify(${NOTIFY_CHANNEL}, ${String(revision)})`
  return revision
}
