import {
  bindParameters,
  type CompiledRoute,
  pickMethod,
  type RouteMatch,
  type RouteNode,
  type RoutePattern,
  type RouteTable,
} from './table'

/**
 * The route of an HTTP API for a method and canonical segments, or null. First a full match of path
 * and method, literal segments before `{name}`; then the greedy route with the most specific path;
 * then `$default`. That the exact method comes before ANY only on the same path is assumed.
 * Source: developer guide, http-api-develop-routes.
 */
export function matchHttp<R extends RoutePattern>(table: RouteTable<R>, method: string, segments: readonly string[]): RouteMatch<R> | null {
  const found = findFull(table.root, method, segments, 0) ?? findGreedy(table.root, method, segments, 0)
  if (found) return bindParameters(found, segments)
  return table.fallback ? { route: table.fallback, pathParameters: new Map() } : null
}

type Found<R extends RoutePattern> = CompiledRoute<R> | undefined

function findFull<R extends RoutePattern>(node: RouteNode<R>, method: string, segments: readonly string[], depth: number): Found<R> {
  if (depth === segments.length) return pickMethod(node, method)
  for (const next of candidates(node, segments[depth] ?? '')) {
    const found = findFull(next, method, segments, depth + 1)
    if (found) return found
  }
  return undefined
}

function findGreedy<R extends RoutePattern>(node: RouteNode<R>, method: string, segments: readonly string[], depth: number): Found<R> {
  if (depth === segments.length) return undefined
  for (const next of candidates(node, segments[depth] ?? '')) {
    const found = findGreedy(next, method, segments, depth + 1)
    if (found) return found
  }
  return node.greedy ? pickMethod(node.greedy, method) : undefined
}

function candidates<R extends RoutePattern>(node: RouteNode<R>, segment: string): RouteNode<R>[] {
  if (segment === '') return []
  const literal = node.literals.get(segment)
  return [literal, node.parameter].filter((next): next is RouteNode<R> => next !== undefined && next !== null)
}
