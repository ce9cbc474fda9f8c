import { AppError } from '../../domain/errors'
import type { Api } from '../../domain/world'

/** Throws AppError `not_found`. */
export function requireAuthorizer(api: Api, name: string): void {
  if (!api.derived.authorizers.some((authorizer) => authorizer.name === name)) {
    throw new AppError('not_found', `The API has no authorizer ${name}.`)
  }
}

/** Keys of the routes that an authorizer guards. */
export function usesOfAuthorizer(api: Api, name: string): readonly string[] {
  return api.derived.routes.filter(({ auth }) => 'authorizer' in auth && auth.authorizer === name).map((route) => route.key)
}
