import { findApi } from '../../domain'
import { AppError } from '../../domain/errors'
import type { Api, World } from '../../domain/world'

/** Throws AppError `not_found`. */
export function getApiIn(world: World, id: string): Api {
  const api = findApi(world, id)
  if (!api) throw new AppError('not_found', `There is no API ${id}.`)
  return api
}

/** Returns the world with one API changed. Throws AppError `not_found`. */
export function changeApi(world: World, id: string, change: (api: Api) => Api): World {
  getApiIn(world, id)
  return { ...world, apis: world.apis.map((api) => (api.id === id ? change(api) : api)) }
}
