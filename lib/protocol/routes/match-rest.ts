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
 * The route of a REST API for a method and canonical segments, or null. At each level a literal
 * comes before `{name}`, that before `{name+}`; at the end the exact method before ANY. Path and
 * method match together: a resource without the method gives way to the next candidate.
 * Source: recorded from API Gateway by localstack, TestApigatewayRouting, test_proxy_routing_with_hardcoded_resource_sibling.
 */
export function matchRest<R extends RoutePattern>(table: RouteTable<R>, method: string, segments: readonly string[]): RouteMatch<R> | null {
  const found = walk(table.root, method, segments, 0)
  return found ? bindParameters(found, segments) : null
}

function walk<R extends RoutePattern>(
  node: RouteNode<R>,
  method: string,
  segments: readonly string[],
  depth: number,
): CompiledRoute<R> | undefined {
  if (depth === segments.length) return pickMethod(node, method)
  const segment = segments[depth] ?? ''
  if (segment !== '') {
    const literal = node.literals.get(segment)
    const underLiteral = literal && walk(literal, method, segments, depth + 1)
    if (underLiteral) return underLiteral
    const underParameter = node.parameter && walk(node.parameter, method, segments, depth + 1)
    if (underParameter) return underParameter
  }
  return node.greedy ? pickMethod(node.greedy, method) : undefined
}
