import { findFunction } from '../../domain'
import type { FunctionRef } from '../../domain/derived-api'
import { AppError } from '../../domain/errors'
import type { LambdaFunction, World } from '../../domain/world'

export function isFunction(fn: FunctionRef, ref: FunctionRef): boolean {
  return fn.name === ref.name && fn.region === ref.region && fn.account === ref.account
}

/** Throws AppError `not_found`. */
export function getFunctionIn(world: World, ref: FunctionRef): LambdaFunction {
  const found = findFunction(world, ref)
  if (!found) throw new AppError('not_found', `There is no function ${ref.name} in account ${ref.account}, region ${ref.region}.`)
  return found
}

/** The authorizers that call a function. `api` is the API's id. */
export function usesOfFunction(world: World, ref: FunctionRef): readonly { api: string; authorizer: string }[] {
  return world.apis.flatMap((api) =>
    api.derived.authorizers
      .filter((authorizer) => authorizer.type !== 'COGNITO_USER_POOLS' && isFunction(authorizer.function, ref))
      .map((authorizer) => ({ api: api.id, authorizer: authorizer.name })),
  )
}
