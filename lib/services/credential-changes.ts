import { AppError } from '../domain/errors'
import type { World } from '../domain/world'
import { hasRole } from './permissions'
import type { Actor } from './ports'

/**
 * Throws AppError `forbidden` when somebody below admin would give a user an access key, change a
 * key's secret or owner, or change a pool's signing keys, whatever verb or document it comes in:
 * who knows these can act as anybody. Keys of a new pool are generated and known to nobody.
 */
export function requireAdminForCredentials(actor: Actor, before: World, after: World): void {
  if (hasRole(actor.role, 'admin')) return
  if (changesAccessKeys(before, after) || changesSigningKeys(before, after)) {
    throw new AppError('forbidden', `Secrets of access keys and signing keys of pools need the role admin; yours is ${actor.role}.`)
  }
}

function changesAccessKeys(before: World, after: World): boolean {
  const stored = new Map(before.accounts.flatMap((account) => account.accessKeys.map((key) => [key.id, { ...key, account: account.id }])))
  return after.accounts.some((account) =>
    account.accessKeys.some((key) => {
      const old = stored.get(key.id)
      return old?.secret !== key.secret || old.userName !== key.userName || old.account !== account.id
    }),
  )
}

function changesSigningKeys(before: World, after: World): boolean {
  const stored = new Map(before.userPools.map((pool) => [pool.id, pool.signingKeys]))
  return after.userPools.some((pool) => {
    const old = stored.get(pool.id)
    return (
      old !== undefined &&
      pool.signingKeys.some((key, index) => key.privateKeyPem !== old[index]?.privateKeyPem || key.kid !== old[index]?.kid)
    )
  })
}
