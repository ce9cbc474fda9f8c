import type { ObjectKind, PlanView, Touched, WriteResult } from '../domain/console-api'
import { AppError, type Issue } from '../domain/errors'
import type { World } from '../domain/world'
import { unifiedDiff } from '../shared/unified-diff'
import { audit } from './audit'
import { requireAdminForCredentials } from './credential-changes'
import type { ServiceContext } from './ports'
import { inTurn } from './world/in-turn'
import { withoutPoolUsers } from './world/without-pool-users'

export interface ObjectRef {
  readonly kind: ObjectKind
  readonly key: string
}

export interface WorldWrite {
  /** The object whose version If-Match names and whose new version is answered. */
  readonly object: ObjectRef
  /** For the revision list: `Create the API orders`. */
  readonly note: string
  /** True when the change needs the users of every pool. */
  readonly users?: boolean
}

/** What a change makes of the world, and what is worth saying about it. */
export interface Built {
  readonly world: World
  readonly warnings?: readonly Issue[]
}

/**
 * The one way to write configuration: compares If-Match while the configuration lock is held, stores
 * the difference as one revision, waits until this node enforces it, and writes the audit row.
 * What `build` throws changes nothing. Throws AppError `stale_revision` with a diff.
 */
export async function writeWorld(
  ctx: ServiceContext,
  write: WorldWrite,
  build: (current: World) => Built | Promise<Built>,
): Promise<WriteResult> {
  const { config, publish } = ctx.ports
  const seen: { warnings: readonly Issue[]; before: Touched | null } = { warnings: [], before: null }
  const meta = { author: ctx.actor.name, note: write.note }
  const changed = await inTurn(ctx.ports, () =>
    config.change(meta, { users: write.users ?? false }, async (current) => {
      seen.before = await config.touched(write.object.kind, write.object.key)
      await requireFresh(ctx, write.object, seen.before)
      const built = await build(current)
      requireAdminForCredentials(ctx.actor, current, built.world)
      seen.warnings = built.warnings ?? []
      return built.world
    }),
  )
  await publish(withoutPoolUsers(changed.world))
  await audit(ctx, write.note, `${write.object.kind} ${write.object.key}`, changed.revision)
  // Not read anew: another writer may have been here since, and that version this caller has not seen.
  const version = holds(changed.plan, write.object) ? changed.revision : (seen.before ?? changed).revision
  return { revision: changed.revision, etag: String(version), warnings: seen.warnings }
}

function holds({ create, update, delete: deleted }: PlanView, { kind, key }: ObjectRef): boolean {
  return [...create, ...update, ...deleted].some((item) => item.kind === kind && item.key === key)
}

/** Throws AppError `stale_revision` when If-Match names another version than the stored one. */
async function requireFresh({ ports, ifMatch }: ServiceContext, { kind, key }: ObjectRef, current: Touched | null): Promise<void> {
  if (ifMatch === undefined) return
  if (current !== null && String(current.revision) === ifMatch) return
  if (current === null) throw new AppError('stale_revision', 'The object no longer exists.')
  const theirs = Number.isSafeInteger(Number(ifMatch)) ? await ports.config.objectText(kind, key, Number(ifMatch)) : null
  const stored = await ports.config.objectText(kind, key, current.revision)
  const diff = theirs === null || stored === null ? undefined : unifiedDiff(theirs, stored)
  throw new AppError('stale_revision', `${current.by} saved revision ${current.revision} at ${current.at}.`, { details: { diff } })
}
