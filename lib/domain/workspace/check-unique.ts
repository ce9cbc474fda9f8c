import type { ObjectKind } from '../console-api'
import type { Problems } from '../document/problems'
import type { World } from '../world'
import type { Locate } from './locate'

/** Finds keys and ids that stand twice in the workspace although each must be one object's. */
export function checkUnique(world: World, problems: Problems, locate: Locate): void {
  const seen = new Set<string>()
  const once = (what: string, pointer: string | undefined, message: string) => {
    if (seen.has(what)) problems.error(pointer ?? '', 'duplicate_key', message)
    seen.add(what)
  }
  for (const account of world.accounts) {
    const ids: readonly (readonly [ObjectKind, { readonly id: string; readonly arn: string }])[] = [
      ...account.users.map((user) => ['iamUser', user] as const),
      ...account.groups.map((group) => ['iamGroup', group] as const),
      ...account.roles.map((role) => ['iamRole', role] as const),
      ...account.policies.map((policy) => ['iamPolicy', policy] as const),
    ]
    for (const [kind, { id, arn }] of ids) {
      once(`arn ${arn}`, locate(kind, arn), `${arn} stands in two accounts; it can be attached from the first.`)
      once(`id ${id}`, locate(kind, arn), `The id ${id} belongs to two objects.`)
    }
    for (const policy of account.policies) {
      const message = `Two policies of account ${account.id} have the name ${policy.name}.`
      once(`policy ${account.id} ${policy.name.toLowerCase()}`, locate('iamPolicy', policy.arn), message)
    }
    for (const key of account.accessKeys)
      once(`key ${key.id}`, locate('accessKey', key.id), `The access key ${key.id} stands in two accounts.`)
  }
  for (const pool of world.userPools) {
    for (const client of pool.clients)
      once(`client ${client.id}`, locate('userPool', pool.id), `The client ${client.id} stands in two pools.`)
    for (const user of pool.users) {
      once(`sub ${pool.id} ${user.sub}`, locate('userPoolUser', `${pool.id}/${user.username}`), `The sub ${user.sub} belongs to two users.`)
    }
  }
}
