/** Shows which route a typed path reaches, as one types. The answer that counts is the gateway's own. */
export interface RouteLike {
  readonly key: string
  readonly method: string
  readonly path: string
}

export interface TypedMatch<Route extends RouteLike> {
  readonly route: Route
  /** Captured parameters in the order of the template. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/** Returns the most exact route for the path: literals before `{param}` before `{proxy+}`, a method before ANY. */
export function matchTypedPath<Route extends RouteLike>(routes: readonly Route[], method: string, path: string): TypedMatch<Route> | null {
  const segments = segmentsOf(path.split('?')[0] ?? '')
  let best: { match: TypedMatch<Route>; rank: string } | null = null
  for (const route of routes) {
    if (route.path === '$default' || (route.method !== method && route.method !== 'ANY')) continue
    const found = matchTemplate(segmentsOf(route.path), segments)
    if (!found) continue
    const rank = found.rank + (route.method === 'ANY' ? '1' : '0')
    if (!best || rank < best.rank) best = { match: { route, parameters: found.parameters }, rank }
  }
  if (best) return best.match
  const fallback = routes.find((route) => route.path === '$default')
  return fallback ? { route: fallback, parameters: [] } : null
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function matchTemplate(template: readonly string[], segments: readonly string[]) {
  const parameters: (readonly [string, string])[] = []
  let rank = ''
  for (const [index, part] of template.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part)
    const segment = segments[index]
    if (segment === undefined) return null
    if (name?.[2] === '+')
      return { parameters: [...parameters, [name[1] ?? '', segments.slice(index).join('/')] as const], rank: `${rank}2` }
    if (name) parameters.push([name[1] ?? '', segment])
    else if (part !== segment) return null
    rank += name ? '1' : '0'
  }
  return template.length === segments.length ? { parameters, rank } : null
}

/** A path that reaches the route: `/orders/{id}` → `/orders/1`. */
export function samplePath(template: string): string {
  return template === '$default' ? '/' : template.replace(/\{[^}]+\}/g, '1')
}
