import { matchRest } from './match-rest'
import { ANY_METHODS, type CompiledRoute, type RoutePattern, type RouteTable } from './table'
import type { TemplateSegment } from './template'

/** Routes compared letter by letter: an unknown path must not cost more than a known one by much. */
const ROUTES_MAX = 300
const LETTERS_MAX = 32

export interface NearestRoute<R extends RoutePattern> {
  readonly route: R
  /** `method`: the path is a route, but not with this method. `stagePrefix`: right without its first segment. `path`: similar. */
  readonly differs: 'method' | 'stagePrefix' | 'path'
}

/**
 * A guess which route was meant by a request that matched none; null when nothing is close. For
 * people only: never for a decision.
 */
export function nearestRoute<R extends RoutePattern>(
  table: RouteTable<R>,
  method: string,
  segments: readonly string[],
): NearestRoute<R> | null {
  for (const other of ANY_METHODS) {
    const found = matchRest(table, other, segments)
    if (found) return { route: found.route, differs: 'method' }
  }
  const shorter = segments.length > 0 ? matchRest(table, method, segments.slice(1)) : null
  if (shorter) return { route: shorter.route, differs: 'stagePrefix' }
  return findSimilar(table.routes, method, segments)
}

function findSimilar<R extends RoutePattern>(
  routes: readonly CompiledRoute<R>[],
  method: string,
  segments: readonly string[],
): NearestRoute<R> | null {
  let best: R | null = null
  let ceiling = Math.max(1, segments.length / 2)
  for (const { route, template } of routes.slice(0, ROUTES_MAX)) {
    const cost = distance(template, segments, ceiling) + (route.method === method || route.method === 'ANY' ? 0 : 0.5)
    if (best ? cost >= ceiling : cost > ceiling) continue
    best = route
    ceiling = cost
  }
  return best && { route: best, differs: 'path' }
}

/**
 * Sum over segments of 0 (same) up to 1 (nothing in common); a segment too many or too few costs 1.
 * Stops above the ceiling.
 */
function distance(template: readonly TemplateSegment[], segments: readonly string[], ceiling: number): number {
  const length = Math.max(template.length, segments.length)
  let cost = 0
  for (let i = 0; i < length && cost <= ceiling; i++) {
    const part = template[i]
    const segment = segments[i]
    if (part?.kind === 'greedy') return cost
    if (!part || segment === undefined) cost += 1
    else if (part.kind === 'literal') cost += unlikeness(part.text.toLowerCase(), segment.toLowerCase())
  }
  return cost
}

/** Edit distance by the longer length, 0 to 1; long texts, and texts of very different length, have nothing in common unless equal. */
function unlikeness(a: string, b: string): number {
  if (a === b) return 0
  if (a.length > LETTERS_MAX || b.length > LETTERS_MAX || Math.abs(a.length - b.length) > 4) return 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length)
}
