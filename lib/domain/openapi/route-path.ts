import type { Problems } from '../document/problems'

export type PathSegment = { readonly kind: 'literal' | 'param' | 'greedy'; readonly text: string }

const LITERAL = /^[A-Za-z0-9_\-.,:~!$'()*+;=@]+$/
const PARAM = /^\{([A-Za-z0-9._$:-]+)(\+?)\}$/
const RESERVED: ReadonlySet<string> = new Set(['/ping', '/sping'])

/** Returns the path without a slash at its end; `/` stays. */
export function trimPath(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/**
 * Reads `/orders/{id}` or `/files/{proxy+}` into segments; null when it is no route path, and the
 * reason goes to `problems`. Source: developer guide, known issues and method request settings.
 */
export function readRoutePath(path: string, pointer: string, problems: Problems): readonly PathSegment[] | null {
  const refuse = (message: string) => {
    problems.error(pointer, 'invalid_path', message)
    return null
  }
  if (!path.startsWith('/') || path.length > 2048) return refuse('A path begins with / and has 2048 characters at most.')
  const trimmed = trimPath(path)
  if (RESERVED.has(trimmed)) return refuse(`${trimmed} is reserved for health checks.`)
  if (trimmed === '/') return []
  const segments: PathSegment[] = []
  for (const text of trimmed.slice(1).split('/')) {
    const segment = readSegment(text)
    if (!segment) return refuse(`The segment "${text}" is neither plain text nor {name} nor {name+}.`)
    if (segment.kind !== 'literal' && segments.some((other) => other.kind !== 'literal' && other.text === segment.text)) {
      return refuse(`The parameter ${segment.text} stands in the path twice.`)
    }
    if (segments.at(-1)?.kind === 'greedy') return refuse('A greedy parameter {name+} is the last segment.')
    segments.push(segment)
  }
  return segments
}

function readSegment(text: string): PathSegment | null {
  const param = PARAM.exec(text)
  if (param?.[1]) return { kind: param[2] ? 'greedy' : 'param', text: param[1] }
  if (text === '.' || text === '..' || !LITERAL.test(text)) return null
  return { kind: 'literal', text }
}
