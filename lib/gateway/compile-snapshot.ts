import type { LambdaFunction, World } from '../domain/world'
import { compileAccount } from './compile/compile-account'
import { compileApi } from './compile/compile-api'
import { compilePool } from './compile/compile-pool'
import { isSame } from './compile/is-same'
import { PolicyMemo } from './compile/policy-memo'
import type { CompileSnapshot } from './ports'
import { type CompiledAccount, type CompiledPool, functionKey, type Snapshot } from './snapshot'

/**
 * Compiles a world for deciding. Never throws for what a world may hold: a policy, authorizer or
 * integration that cannot be enforced is kept as broken and answers 500. With `previous`, parts of
 * equal content are taken over as they are, whatever objects they come from.
 */
export const compileSnapshot: CompileSnapshot = (world, { publicUrl, gatewayDomain }, previous) => {
  const memo = new PolicyMemo(previous?.parts.policies)
  const accounts = compileAccounts(world, memo, previous)
  const pools = compilePools(world, publicUrl, previous)
  const everyAccount = [...accounts.values()]
  return {
    revision: world.revision,
    world,
    publicUrl,
    gatewayDomain: gatewayDomain.toLowerCase(),
    apis: new Map(world.apis.map((api) => [api.id, compileApi(api, pools, memo, previousApi(previous, api.id))])),
    accessKeys: new Map(everyAccount.flatMap(({ accessKeys }) => accessKeys.map((one) => [one.key.id, one] as const))),
    principals: new Map(everyAccount.flatMap(({ principals }) => principals.map((one) => [one.arn, one] as const))),
    poolsById: pools,
    poolsByIssuer: new Map([...pools.values()].map((pool) => [pool.issuer, pool])),
    functions: takeOverFunctions(world.functions, previous),
    parts: { accounts, policies: memo.slots },
  }
}

function previousApi(previous: Snapshot | undefined, id: string) {
  const api = previous?.apis.get(id)
  return api && previous ? { api, pools: previous.poolsById } : undefined
}

function compileAccounts(world: World, memo: PolicyMemo, previous: Snapshot | undefined): ReadonlyMap<string, CompiledAccount> {
  return new Map(
    world.accounts.map((account) => {
      const compiled = compileAccount(account, memo)
      const before = previous?.parts.accounts.get(account.id)
      return [account.id, before && isSame(before.account, account) ? before : compiled] as const
    }),
  )
}

function compilePools(world: World, publicUrl: string, previous: Snapshot | undefined): ReadonlyMap<string, CompiledPool> {
  return new Map(world.userPools.map((pool) => [pool.id, compilePool(pool, publicUrl, previous?.poolsById.get(pool.id))] as const))
}

/** A function of equal content stays the same object: results that it gave stay known as its own. */
function takeOverFunctions(functions: readonly LambdaFunction[], previous: Snapshot | undefined): ReadonlyMap<string, LambdaFunction> {
  return new Map(
    functions.map((fn) => {
      const key = functionKey(fn)
      const before = previous?.functions.get(key)
      return [key, before && isSame(before, fn) ? before : fn] as const
    }),
  )
}
