import type { ConfigStore } from '../../services/ports'
import type { Database } from '../database'
import { inDatabase } from '../prisma-errors'
import { loadWorld, type WorldReader } from '../world/load-world'
import { changeWorld } from './change-world'
import { createObjectHistory } from './object-history'
import { createPoolUserList } from './pool-user-list'

/** The configuration: read whole, written one change at a time. */
export function createConfigStore(database: Database, reader: WorldReader): ConfigStore {
  const oneAtATime = createQueue()
  return {
    loadWorld: (options) =>
      inDatabase(() => database.prisma.$transaction((tx) => loadWorld(tx, reader, options), { isolationLevel: 'RepeatableRead' })),
    // Within the process writers wait here and not at the lock in the database: there each would hold a
    // connection of the pool that the writer before it may need.
    change: (meta, options, build) =>
      options.dryRun
        ? changeWorld(database, reader, meta, options, build)
        : oneAtATime(() => changeWorld(database, reader, meta, options, build)),
    ...createObjectHistory(database),
    ...createPoolUserList(database),
  }
}

function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
