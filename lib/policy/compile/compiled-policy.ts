import type { CompiledCondition } from '../condition/compiled-condition'
import type { State } from '../match/state'
import type { PrincipalMatcher } from '../principal/compile-principal'
import type { Statement } from '../syntax/document'
import type { AccessRequest, PolicyKind, PolicySource } from '../types'

/** A policy prepared to be decided many times. Made by `compilePolicy`; only the named facts are for callers. */
export interface CompiledPolicy {
  readonly kind: PolicyKind
  readonly source: PolicySource
  /** As given to `compilePolicy`. */
  readonly text: string
  readonly statementCount: number
  /** False when no statement of the policy can match an anonymous caller. True for kinds without principals. */
  readonly canMatchAnonymous: boolean
  /** @internal */
  readonly statements: readonly CompiledStatement[]
  /** @internal The statements about one action. */
  readonly statementsAbout: (action: string) => ActionStatements
}

/** The statements whose Action or NotAction matches, in document order. */
export interface ActionStatements {
  readonly denies: readonly CompiledStatement[]
  readonly allows: readonly CompiledStatement[]
}

export interface CompiledStatement {
  readonly written: Statement
  readonly effect: 'Allow' | 'Deny'
  /** Null where the kind has no principals: the statement is about whoever it is attached to. */
  readonly principal: PrincipalMatcher | null
  /** Takes the action in lower case. */
  readonly action: (actionLowerCase: string) => boolean
  /** Null where the kind has no resources. */
  readonly resource: ResourceMatcher | null
  readonly conditions: readonly CompiledCondition[]
}

export interface ResourceMatcher {
  readonly decide: (request: AccessRequest) => State
  /** Keys, lower case, of the policy variables in the resources. */
  readonly variables: readonly string[]
}
