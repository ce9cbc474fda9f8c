import type { TextRange } from '../types'
import type { ConditionOperator } from './condition-operator'

/** A string of the policy text with its place. Numbers and booleans of conditions are strings as written. */
export interface Text {
  readonly value: string
  readonly range: TextRange
  readonly pointer: string
}

export type PolicyVersion = '2008-10-17' | '2012-10-17'

/** A policy as written, checked for shape. What could not be read is null or left out, and has a finding. */
export interface PolicyDocument {
  readonly range: TextRange
  /** What counts: a missing Version means 2008-10-17. */
  readonly version: PolicyVersion
  readonly versionWritten: Text | null
  readonly statements: readonly Statement[]
}

export interface Statement {
  /** 0-based position in the document. */
  readonly index: number
  readonly range: TextRange
  readonly pointer: string
  readonly sid: Text | null
  readonly effect: 'Allow' | 'Deny' | null
  readonly principal: PrincipalElement | null
  readonly action: ListElement | null
  readonly resource: ListElement | null
  readonly conditions: readonly Condition[]
}

/** Action, NotAction, Resource or NotResource. */
export interface ListElement {
  readonly name: string
  readonly negated: boolean
  readonly keyRange: TextRange
  readonly range: TextRange
  readonly pointer: string
  readonly values: readonly Text[]
}

export type PrincipalType = 'AWS' | 'Federated' | 'Service' | 'CanonicalUser'

export interface PrincipalElement {
  readonly negated: boolean
  readonly keyRange: TextRange
  readonly range: TextRange
  readonly pointer: string
  /** A bare "*" is the entry `{ type: 'AWS', bare: true }` with the value "*". */
  readonly entries: readonly { readonly type: PrincipalType; readonly bare: boolean; readonly value: Text }[]
}

export interface Condition {
  readonly operator: ConditionOperator
  readonly operatorText: Text
  readonly key: Text
  /** From the key to the end of its values. */
  readonly range: TextRange
  readonly pointer: string
  readonly values: readonly (Text & { readonly jsonType: 'string' | 'number' | 'boolean' })[]
}
