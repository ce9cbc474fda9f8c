import { compilePattern, matchesPattern, type Pattern, type PatternKind, resolvePattern, UNRESOLVED, variablesOf } from '../match/pattern'
import type { ResourcePattern } from '../match/resource'
import { MAYBE, NO, type State, toState, YES } from '../match/state'
import type { ListElement, PolicyVersion } from '../syntax/document'
import { type AccessRequest, UNKNOWN } from '../types'
import type { ResourceMatcher } from './compiled-policy'

type Patterns = readonly Pattern<ResourcePattern>[]
type Kind = PatternKind<ResourcePattern>

/** What the resources of one policy are compiled with. */
export interface ResourceContext {
  readonly version: PolicyVersion
  readonly kind: Kind
  readonly expand: (resource: string) => string
}

/**
 * Prepares Resource or NotResource. A variable without a value makes a Resource match nothing and a
 * NotResource statement not apply. Source: IAM user guide, reference_policies_variables.
 */
export function compileResource(element: ListElement, { version, kind, expand }: ResourceContext): ResourceMatcher {
  const patterns = element.values.map(({ value }) => compilePattern(expand(value), version === '2012-10-17', kind))
  const variables = patterns.flatMap(variablesOf)
  if (element.negated) return { variables, decide: (request) => decideNone(patterns, kind, request) }
  if (element.values.some(({ value }) => value === '*')) return { variables: [], decide: () => YES }
  return { variables, decide: (request) => decideSome(patterns, kind, request) }
}

function decideSome(patterns: Patterns, kind: Kind, request: AccessRequest): State {
  let result: State = NO
  for (let index = 0; index < patterns.length; index++) {
    const state = matchesPattern(patterns[index]!, kind, request.resource, request)
    if (state === YES) return YES
    if (state === MAYBE) result = MAYBE
  }
  return result
}

function decideNone(patterns: Patterns, kind: Kind, request: AccessRequest): State {
  let result: State = YES
  for (let index = 0; index < patterns.length; index++) {
    const resolved = resolvePattern(patterns[index]!, kind, request)
    if (resolved === UNRESOLVED) return NO
    const state = resolved === UNKNOWN ? MAYBE : toState(kind.matches(resolved, request.resource))
    if (state === YES) return NO
    if (state === MAYBE) result = MAYBE
  }
  return result
}
