import { parseTemplate, type TemplateSegment } from './template'

/** What the tables need of a route: `method` is an HTTP method or `ANY`, `path` a template or `$default`. */
export interface RoutePattern {
  readonly method: string
  readonly path: string
}

/** Source: API Gateway's ANY method: DELETE GET HEAD OPTIONS PATCH POST PUT. */
export const ANY_METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

export interface CompiledRoute<R extends RoutePattern> {
  readonly route: R
  readonly template: readonly TemplateSegment[]
}

export interface RouteNode<R extends RoutePattern> {
  readonly literals: Map<string, RouteNode<R>>
  parameter: RouteNode<R> | null
  greedy: RouteNode<R> | null
  readonly methods: Map<string, CompiledRoute<R>>
}

export interface RouteTable<R extends RoutePattern> {
  readonly root: RouteNode<R>
  readonly fallback: R | null
  readonly routes: readonly CompiledRoute<R>[]
}

export interface RouteMatch<R extends RoutePattern> {
  readonly route: R
  /** By name, in template order, values in canonical encoding; greedy values hold slashes but none at the end. */
  readonly pathParameters: ReadonlyMap<string, string>
}

/**
 * Compiles routes into a tree that a match walks by segments, so that its time does not depend on
 * routes that share nothing with the path. Of two routes with the same method and template the
 * first counts. Throws on a template that `parseTemplate` refuses: those are told on save.
 */
export function compileRoutes<R extends RoutePattern>(routes: readonly R[]): RouteTable<R> {
  const root = createNode<R>()
  const compiled: CompiledRoute<R>[] = []
  let fallback: R | null = null
  for (const route of routes) {
    if (route.path === '$default') {
      fallback ??= route
      continue
    }
    const template = parseTemplate(route.path)
    if (!template.ok) throw new Error(`Route template ${route.path}: ${template.problem}`)
    const entry = { route, template: template.segments }
    const node = template.segments.reduce(descend, root)
    if (!node.methods.has(route.method)) node.methods.set(route.method, entry)
    compiled.push(entry)
  }
  return { root, fallback, routes: compiled }
}

/** The route of a node for a method: the method's own before ANY. */
export function pickMethod<R extends RoutePattern>(node: RouteNode<R>, method: string): CompiledRoute<R> | undefined {
  return node.methods.get(method) ?? (ANY_METHODS.has(method) ? node.methods.get('ANY') : undefined)
}

export function bindParameters<R extends RoutePattern>({ route, template }: CompiledRoute<R>, segments: readonly string[]): RouteMatch<R> {
  const pathParameters = new Map<string, string>()
  template.forEach((part, index) => {
    if (part.kind === 'parameter') pathParameters.set(part.name, segments[index] ?? '')
    if (part.kind === 'greedy') pathParameters.set(part.name, segments.slice(index).join('/'))
  })
  return { route, pathParameters }
}

function createNode<R extends RoutePattern>(): RouteNode<R> {
  return { literals: new Map(), parameter: null, greedy: null, methods: new Map() }
}

function descend<R extends RoutePattern>(node: RouteNode<R>, segment: TemplateSegment): RouteNode<R> {
  if (segment.kind === 'literal') {
    const next = node.literals.get(segment.text) ?? createNode<R>()
    node.literals.set(segment.text, next)
    return next
  }
  if (segment.kind === 'parameter') {
    node.parameter ??= createNode<R>()
    return node.parameter
  }
  node.greedy ??= createNode<R>()
  return node.greedy
}
