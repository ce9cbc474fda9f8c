import { type ArnPattern, compileArn, matchesArn } from '../match/arn'
import type { Token } from '../match/glob'
import { compilePattern, type Pattern, type PatternKind, resolvePattern, UNRESOLVED, variablesOf } from '../match/pattern'
import { MAYBE, NO, type State, toState, YES } from '../match/state'
import type { ListElement, PolicyVersion } from '../syntax/document'
import { type AccessRequest, UNKNOWN } from '../types'
import type { ResourceMatcher } from './compiled-policy'

/** A resource pattern: everything, an exact ARN, or an ARN with wildcards. */
type CompiledResource = { readonly exact: string } | { readonly pattern: ArnPattern }

const RESOURCE: PatternKind<CompiledResource> = {
  wildcards: true,
  compile: (tokens: readonly Token[]) =>
    tokens.every((token) => typeof token === 'string') ? { exact: tokens.join('') } : { pattern: compileArn(tokens) },
  matches: (compiled, value) => ('exact' in compiled ? compiled.exact === value : matchesArn(compiled.pattern, value)),
}

type ResourcePattern = Pattern<CompiledResource>

/**
 * Prepares Resource or NotResource. A variable without a value makes a Resource match nothing and a
 * NotResource statement not apply. Source: IAM user guide, reference_policies_variables.
 */
export function compileResource(element: ListElement, version: PolicyVersion, expand: (resource: string) => string): ResourceMatcher {
  const patterns = element.values.map(({ value }) => compilePattern(expand(value), version === '2012-10-17', RESOURCE))
  const variables = patterns.flatMap(variablesOf)
  if (element.negated) return { variables, decide: (request) => decideNone(patterns, request) }
  if (element.values.some(({ value }) => value === '*')) return { variables: [], decide: () => YES }
  return { variables, decide: (request) => decideSome(patterns, request) }
}

function decideSome(patterns: readonly ResourcePattern[], request: AccessRequest): State {
  let result: State = NO
  for (let index = 0; index < patterns.length; index++) {
    const state = matchOne(patterns[index]!, request)
    if (state === YES) return YES
    if (state === MAYBE) result = MAYBE
  }
  return result
}

function matchOne(pattern: ResourcePattern, request: AccessRequest): State | null {
  const resolved = resolvePattern(pattern, RESOURCE, request)
  if (resolved === UNRESOLVED) return null
  return resolved === UNKNOWN ? MAYBE : toState(RESOURCE.matches(resolved, request.resource))
}

function decideNone(patterns: readonly ResourcePattern[], request: AccessRequest): State {
  let result: State = YES
  for (let index = 0; index < patterns.length; index++) {
    const state = matchOne(patterns[index]!, request)
    if (state === YES || state === null) return NO
    if (state === MAYBE) result = MAYBE
  }
  return result
}
