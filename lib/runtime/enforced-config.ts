/** The configuration that this node enforces: one snapshot, swapped whole, never older than the last. */
import type { World } from '../domain/world'
import { compileSnapshot } from '../gateway'
import type { Snapshot } from '../gateway/snapshot'

export interface EnforcedConfig {
  snapshot(): Snapshot
  world(): World
  /** When the current snapshot was swapped in, epoch milliseconds. */
  atMs(): number
  /** Enforces this world unless a newer one is enforced already. */
  enforce(world: World): void
}

/** Starts with `world`. Compiling takes over what did not change since the snapshot before. */
export function createEnforcedConfig(world: World, options: { publicUrl: string; gatewayDomain: string }): EnforcedConfig {
  let current = compileSnapshot(world, options)
  let since = Date.now()
  return {
    snapshot: () => current,
    world: () => current.world,
    atMs: () => since,
    enforce(next) {
      if (next.revision <= current.revision) return
      current = compileSnapshot(next, options, current)
      since = Date.now()
    },
  }
}
