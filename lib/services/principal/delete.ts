import { z } from 'zod'
import type { WriteResult } from '../../domain/console-api'
import type { Account } from '../../domain/world'
import { defineVerb } from '../verb'
import { changeAccount, type FoundPrincipal, getPrincipalIn, PRINCIPAL_KINDS, principalTypeOf } from '../world/principals'
import { writeWorld } from '../write-world'
import { arnSchema } from './schemas'
import { nameOf } from './update'

/** Deletes a principal with its inline policies; a user's access keys and a group's memberships go with it. */
export const deletePrincipal = defineVerb({
  role: 'editor',
  summary: 'Delete a user with its access keys, a group or a role',
  input: z.object({ arn: arnSchema }),
  async run(ctx, { arn }): Promise<WriteResult> {
    const type = principalTypeOf(arn)
    const object = { kind: PRINCIPAL_KINDS[type], key: arn }
    return writeWorld(ctx, { object, note: `Delete the ${type} ${nameOf(arn)}` }, (world) => {
      const found = getPrincipalIn(world, arn)
      return { world: changeAccount(world, found.account.id, (account) => without(account, found)) }
    })
  },
})

function without(account: Account, { type, value }: FoundPrincipal): Account {
  if (type === 'role') return { ...account, roles: account.roles.filter((role) => role.arn !== value.arn) }
  if (type === 'user') {
    return {
      ...account,
      users: account.users.filter((user) => user.arn !== value.arn),
      accessKeys: account.accessKeys.filter((key) => key.userName !== value.name),
    }
  }
  return {
    ...account,
    groups: account.groups.filter((group) => group.arn !== value.arn),
    users: account.users.map((user) =>
      user.groups.includes(value.name) ? { ...user, groups: user.groups.filter((name) => name !== value.name) } : user,
    ),
  }
}
