import { z } from 'zod'
import { AppError } from '../../domain/errors'
import type { AccessKey, World } from '../../domain/world'
import { changeAccounts } from '../world/principals'

export const accessKeyIdSchema = z.string().min(16).max(128).regex(/^\w+$/)

/** Returns the world with the key changed, or without it where `change` answers null. Throws AppError `not_found`. */
export function changeAccessKeys(world: World, id: string, change: (key: AccessKey) => AccessKey | null): World {
  if (!world.accounts.some((account) => account.accessKeys.some((key) => key.id === id))) {
    throw new AppError('not_found', `There is no access key ${id}.`)
  }
  return changeAccounts(world, (account) => ({
    ...account,
    accessKeys: account.accessKeys.flatMap((key) => {
      const changed = key.id === id ? change(key) : key
      return changed === null ? [] : [changed]
    }),
  }))
}
