import type { State } from '../match/state'
import type { Condition, PolicyVersion } from '../syntax/document'
import type { AccessRequest } from '../types'

/** INVALID is a request value that the operator cannot compare: neither it nor its negation matches. */
export const INVALID = 3
export type TestResult = State | typeof INVALID

/**
 * The listed values of one condition key, prepared. `test` says whether one request value equals (or is
 * like, less than …) any of them, before negation.
 */
export interface ValueTest {
  test(value: string, request: AccessRequest): TestResult
  /** Keys, lower case, of the policy variables in the listed values. */
  readonly variables: readonly string[]
}

export type CompileValues = (condition: Condition, version: PolicyVersion) => ValueTest
