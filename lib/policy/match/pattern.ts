import { parseTemplate, type TemplatePart } from '../syntax/variable'
import { type AccessRequest, UNKNOWN } from '../types'
import { type Token, tokenize } from './glob'
import { MAYBE, NO, type State } from './state'

/**
 * A text with policy variables, compiled by `compile` once when it has none and per request when it
 * has: values go in as literal tokens, so their own wildcards never act as wildcards.
 */
export type Pattern<C> =
  | { readonly type: 'fixed'; readonly compiled: C }
  | { readonly type: 'template'; readonly parts: readonly TemplatePart[] }

export interface PatternKind<C> {
  /** False for operators without wildcards: then `*` and `?` are plain characters. */
  readonly wildcards: boolean
  compile(tokens: readonly Token[]): C
  matches(compiled: C, value: string): boolean
}

export function compilePattern<C>(text: string, withVariables: boolean, kind: PatternKind<C>): Pattern<C> {
  const split = (piece: string) => (kind.wildcards ? tokenize(piece) : [piece])
  if (!withVariables || !text.includes('${')) return { type: 'fixed', compiled: kind.compile(split(text)) }
  const { parts } = parseTemplate(text)
  if (parts.some((part) => part.type === 'variable')) return { type: 'template', parts }
  const tokens = parts.flatMap((part) => (part.type === 'text' ? split(part.text) : part.type === 'literal' ? [part.text] : []))
  return { type: 'fixed', compiled: kind.compile(tokens) }
}

/** UNRESOLVED is a variable without value and default: the pattern matches nothing. */
export const UNRESOLVED: unique symbol = Symbol('unresolved variable')

/** The compiled form for one request. */
export function resolvePattern<C>(
  pattern: Pattern<C>,
  kind: PatternKind<C>,
  request: AccessRequest,
): C | typeof UNRESOLVED | typeof UNKNOWN {
  if (pattern.type === 'fixed') return pattern.compiled
  const tokens: Token[] = []
  let unknown = false
  for (const part of pattern.parts) {
    if (part.type === 'text') tokens.push(...(kind.wildcards ? tokenize(part.text) : [part.text]))
    else if (part.type === 'literal') tokens.push(part.text)
    else {
      const fact = request.facts.get(part.key)
      const value = fact === undefined ? part.fallback : fact
      if (value === UNKNOWN) unknown = true
      else if (typeof value === 'string') tokens.push(value)
      else return UNRESOLVED
    }
  }
  return unknown ? UNKNOWN : kind.compile(tokens)
}

export function matchesPattern<C>(pattern: Pattern<C>, kind: PatternKind<C>, value: string, request: AccessRequest): State {
  if (pattern.type === 'fixed') return kind.matches(pattern.compiled, value) ? 1 : 0
  const resolved = resolvePattern(pattern, kind, request)
  if (resolved === UNRESOLVED) return NO
  if (resolved === UNKNOWN) return MAYBE
  return kind.matches(resolved, value) ? 1 : 0
}

/** Keys of the variables that a pattern uses. */
export function variablesOf(pattern: Pattern<unknown>): readonly string[] {
  return pattern.type === 'fixed' ? [] : pattern.parts.flatMap((part) => (part.type === 'variable' ? [part.key] : []))
}
