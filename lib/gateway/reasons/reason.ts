import type { Decision, Fidelity, SentencePart } from '../../domain/decision'
import type { Tale } from '../tale'

/** One row: what a decision means, how it is told, and what the client gets. */
export interface Reason {
  readonly outcome: Decision['outcome']
  /** How sure the wire answer is. */
  readonly fidelity: Fidelity
  /** Null for requests that were let through: the integration answers. */
  readonly wire: WireAnswer | null
  readonly sentence: (tale: Tale) => readonly SentencePart[]
}

export interface WireAnswer {
  readonly status: number
  /** `x-amzn-ErrorType`; REST APIs only. */
  readonly errorType: string
  /** Text of the body's one member; a refusal may bring its own. Null is written as JSON null. */
  readonly message: string | null
  /** AWS writes the member with a capital letter where policies deny. */
  readonly member?: 'message' | 'Message'
  /** Integration failures are written with a space after the colon. */
  readonly spaced?: boolean
  /** What an HTTP API answers instead. */
  readonly http?: { readonly status: number; readonly message: string }
}
