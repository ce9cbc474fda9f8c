import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import type { World } from '../world'
import type { Locate } from './locate'

/** Finds functions, pools and APIs of an account that is not in the workspace. */
export function checkOwners(world: World, problems: Problems, locate: Locate): void {
  const accounts = new Set(world.accounts.map((account) => account.id))
  const check = (account: string, what: string, pointer: string | undefined) => {
    if (account === '' || accounts.has(account)) return
    problems.error(
      pointer === undefined ? '' : pointerTo(pointer, 'account'),
      'unknown_account',
      `${what} belongs to account ${account}, which is not in the workspace.`,
    )
  }
  for (const fn of world.functions) {
    check(fn.account, `The function ${fn.name}`, locate('function', `${fn.account}/${fn.region}/${fn.name}`))
  }
  for (const pool of world.userPools) check(pool.account, `The pool ${pool.id}`, locate('userPool', pool.id))
  for (const api of world.apis) check(api.account, `The API ${api.id}`, locate('api', api.id))
}
