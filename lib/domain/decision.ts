/**
 * The decision of one request, as data: what the gateway logs, the playground shows and the tests
 * compare. The reason codes and their sentences live in gateway/reasons.ts.
 */
import type { PolicyKind, PolicyTrace, TableCell } from '../policy/types'

export const STAGES = [
  'host',
  'route',
  'resourcePolicy',
  'authenticate',
  'authorizer',
  'authorize',
  'apiKey',
  'throttle',
  'quota',
  'validate',
  'integrate',
] as const
export type StageName = (typeof STAGES)[number]

/** How sure the wire answer is: seen from AWS, written by AWS, or our assumption. */
export type Fidelity = 'recorded' | 'documented' | 'assumed'

export interface StageTrace {
  readonly name: StageName
  readonly outcome: 'pass' | 'fail' | 'skip' | 'depends' | 'notReached'
  /** One line: what happened, or why nothing did. */
  readonly why: string
  readonly durationUs?: number
  /** Rows of label and value for people, e.g. matched template, access key, canonical request. */
  readonly detail: readonly { readonly label: string; readonly value: string; readonly preformatted?: boolean }[]
  /** The cell of Table A or B that was applied at this stage. */
  readonly cell?: TableCell
  readonly policies: readonly PolicyTrace[]
}

/** A piece of the sentence; `ref` makes it a link in the console, `mono` marks a value. */
export interface SentencePart {
  readonly text: string
  readonly mono?: boolean
  readonly ref?: {
    readonly kind: 'api' | 'apiPolicy' | 'route' | 'statement' | 'iamPolicy' | 'principal' | 'userPool' | 'authorizer' | 'function'
    readonly id: string
  }
}

export interface Decision {
  readonly requestId?: string
  readonly revision: number
  readonly outcome: 'allow' | 'deny' | 'depends' | 'error'
  /** Status of the wire answer; of an allowed request that was not sent on, 200. */
  readonly status: number
  readonly reasonCode: string
  readonly sentence: string
  readonly sentenceParts: readonly SentencePart[]
  readonly fidelity: Fidelity
  readonly decidedBy: {
    readonly stage: StageName
    /** Index into that stage's `policies`. */
    readonly policy?: number
    readonly policyKind?: PolicyKind
    readonly sid?: string | null
    readonly statement?: number
    /** Index into the statement's conditions of the first that explains the outcome. */
    readonly condition?: number
  }
  readonly missingFacts: readonly string[]
  readonly stages: readonly StageTrace[]
}
