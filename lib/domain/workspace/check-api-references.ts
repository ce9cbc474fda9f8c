import { pointerTo } from '../document/pointer'
import type { Problems } from '../document/problems'
import type { World } from '../world'
import type { Locate } from './locate'

/** Finds authorizers whose function or pool is missing. */
export function checkApiReferences(world: World, problems: Problems, locate: Locate): void {
  const functions = new Set(world.functions.map((fn) => `${fn.account}/${fn.region}/${fn.name}`))
  const pools = new Set(world.userPools.map((pool) => pool.id))
  for (const api of world.apis) {
    for (const authorizer of api.derived.authorizers) {
      const pointer = locate('authorizer', `${api.id}/${authorizer.name}`) ?? ''
      if (authorizer.type === 'COGNITO_USER_POOLS') {
        authorizer.poolIds.forEach((id, index) => {
          if (pools.has(id)) return
          problems.error(
            pointer && pointerTo(pointer, 'providerARNs', index),
            'unknown_pool',
            `The authorizer ${authorizer.name} of API ${api.id} names the pool ${id}, which is not in the workspace.`,
          )
        })
      } else {
        const { account, region, name } = authorizer.function
        const key = `${account}/${region}/${name}`
        if (functions.has(key)) continue
        problems.error(
          pointer && pointerTo(pointer, 'authorizerUri'),
          'unknown_function',
          `The authorizer ${authorizer.name} of API ${api.id} calls the function ${key}, which is not in the workspace.`,
        )
      }
    }
  }
}
