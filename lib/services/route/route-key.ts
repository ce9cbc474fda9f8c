import { AppError } from '../../domain/errors'
import type { Api } from '../../domain/world'

/** `GET /orders/{id}`; the default route of an HTTP API has the path `$default` and is its own key. */
export function routeKeyOf({ method, path }: { method: string; path: string }): string {
  return path === '$default' ? path : `${method} ${path}`
}

/** Throws AppError `not_found`. */
export function requireRoute(api: Api, key: string): void {
  if (!api.derived.routes.some((route) => route.key === key)) throw new AppError('not_found', `The API has no route ${key}.`)
}
