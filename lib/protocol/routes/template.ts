import { canonicalSegment } from './path'

export type TemplateSegment =
  /** Text in canonical encoding. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `{name}`: one segment that is not empty. */
  | { readonly kind: 'parameter'; readonly name: string }
  /** `{name+}`: the rest of the path, at least one segment; last only. */
  | { readonly kind: 'greedy'; readonly name: string }

export type TemplateProblem = 'noLeadingSlash' | 'emptySegment' | 'badParameter' | 'greedyNotLast' | 'duplicateParameter' | 'badLiteral'

export type ParsedTemplate =
  | { readonly ok: true; readonly segments: readonly TemplateSegment[] }
  | { readonly ok: false; readonly problem: TemplateProblem }

const PARAMETER = /^\{([A-Za-z0-9._:-]+)(\+?)\}$/

/** Reads a resource path such as `/orders/{id}` or `/files/{proxy+}`. A trailing slash does not count. */
export function parseTemplate(path: string): ParsedTemplate {
  if (!path.startsWith('/')) return { ok: false, problem: 'noLeadingSlash' }
  const body = path.endsWith('/') ? path.slice(1, -1) : path.slice(1)
  if (body === '') return { ok: true, segments: [] }
  const segments: TemplateSegment[] = []
  const names = new Set<string>()
  for (const text of body.split('/')) {
    if (segments.at(-1)?.kind === 'greedy') return { ok: false, problem: 'greedyNotLast' }
    const segment = parseSegment(text)
    if (typeof segment === 'string') return { ok: false, problem: segment }
    if (segment.kind !== 'literal') {
      if (names.has(segment.name)) return { ok: false, problem: 'duplicateParameter' }
      names.add(segment.name)
    }
    segments.push(segment)
  }
  return { ok: true, segments }
}

function parseSegment(text: string): TemplateSegment | TemplateProblem {
  if (text === '') return 'emptySegment'
  const parameter = PARAMETER.exec(text)
  if (parameter) return { kind: parameter[2] === '+' ? 'greedy' : 'parameter', name: parameter[1] ?? '' }
  if (/[{}]/.test(text)) return 'badParameter'
  const literal = canonicalSegment(text)
  if (literal === null || literal === '.' || literal === '..') return 'badLiteral'
  return { kind: 'literal', text: literal }
}
