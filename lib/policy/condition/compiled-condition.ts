import type { State } from '../match/state'
import type { Condition } from '../syntax/document'
import type { AccessRequest } from '../types'

/** One operator on one key, prepared. */
export interface CompiledCondition {
  readonly written: Condition
  /** Lower case. */
  readonly key: string
  /** Keys, lower case, of the policy variables among the values. */
  readonly variables: readonly string[]
  readonly decide: (request: AccessRequest) => State
}
