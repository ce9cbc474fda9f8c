import type { Touched } from '../../domain/console-api'
import { AppError } from '../../domain/errors'
import type { World } from '../../domain/world'
import type { ServiceContext } from '../ports'
import type { ObjectRef } from '../write-world'

/**
 * Returns the configuration and the version of one object. The version is read first and the world is
 * never older, so that an ETag cannot stand beside a newer state than it names. `what` is for people.
 * Throws AppError `not_found`.
 */
export async function readObject(
  { ports }: ServiceContext,
  { kind, key }: ObjectRef,
  what: string,
): Promise<{ world: World; touched: Touched }> {
  const touched = await ports.config.touched(kind, key)
  if (touched === null) throw new AppError('not_found', `There is no ${what}.`)
  const enforced = ports.enforcedWorld()
  const world = enforced.revision >= touched.revision ? enforced : await ports.config.loadWorld({ users: false })
  return { world, touched }
}

/** Stands for the version of an object that went away between two reads. */
export const NEVER: Touched = { revision: 0, at: new Date(0).toISOString(), by: '' }
