import { compileGlob, type Glob, matchesGlob, type Token } from '../../match/glob'
import { compilePattern, matchesPattern, type Pattern, type PatternKind, variablesOf } from '../../match/pattern'
import { MAYBE, NO, type State, YES } from '../../match/state'
import type { Condition, PolicyVersion } from '../../syntax/document'
import type { AccessRequest } from '../../types'
import type { ValueTest } from '../value-test'

const plain = (tokens: readonly Token[]) => tokens.join('')

const EQUALS: PatternKind<string> = { wildcards: false, compile: plain, matches: (compiled, value) => compiled === value }

const EQUALS_IGNORE_CASE: PatternKind<string> = {
  wildcards: false,
  compile: (tokens) => plain(tokens).toLowerCase(),
  matches: (compiled, value) => compiled === value.toLowerCase(),
}

const LIKE: PatternKind<Glob> = { wildcards: true, compile: compileGlob, matches: (compiled, value) => matchesGlob(compiled, value) }

/** StringEquals, StringEqualsIgnoreCase, StringLike and their negations. */
export function compileStringTest(condition: Condition, version: PolicyVersion): ValueTest {
  const { comparison } = condition.operator
  if (comparison === 'like') return patternTest(condition, version, LIKE)
  if (comparison === 'equalsIgnoreCase') return patternTest(condition, version, EQUALS_IGNORE_CASE)
  const hasTemplates = version === '2012-10-17' && condition.values.some(({ value }) => value.includes('${'))
  if (hasTemplates || condition.values.length < 4) return patternTest(condition, version, EQUALS)
  const listed = new Set(condition.values.map(({ value }) => value))
  return { variables: [], test: (value) => (listed.has(value) ? YES : NO) }
}

/** A test that tries the listed patterns one after the other. */
export function patternTest<C>(condition: Condition, version: PolicyVersion, kind: PatternKind<C>): ValueTest {
  const patterns = condition.values.map(({ value }) => compilePattern(value, version === '2012-10-17', kind))
  const test = (value: string, request: AccessRequest) => matchesAny(patterns, kind, value, request)
  return { variables: patterns.flatMap(variablesOf), test }
}

function matchesAny<C>(patterns: readonly Pattern<C>[], kind: PatternKind<C>, value: string, request: AccessRequest): State {
  let result: State = NO
  for (let index = 0; index < patterns.length; index++) {
    const state = matchesPattern(patterns[index]!, kind, value, request)
    if (state === YES) return YES
    if (state === MAYBE) result = MAYBE
  }
  return result
}
