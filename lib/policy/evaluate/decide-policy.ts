import type { CompiledPolicy } from '../compile/compiled-policy'
import { NO, YES } from '../match/state'
import { NOBODY } from '../principal/grant'
import type { AccessRequest, PolicyVerdict } from '../types'
import { addPolicy, type Layer, silentLayer } from './evaluate-policy'
import { findMissingFacts } from './missing-facts'

export interface PolicyDecision {
  readonly verdict: PolicyVerdict
  /** 0-based position of the statement that settled it; null when none did. */
  readonly statementIndex: number | null
  /** Keys, lower case, whose unknown value the verdict depends on. */
  readonly missingFacts: readonly string[]
}

const NONE: readonly string[] = []

/** What one policy alone says to a request: any matching Deny wins, else any matching Allow. */
export function decidePolicy(policy: CompiledPolicy, request: AccessRequest): PolicyDecision {
  const layer = silentLayer()
  addPolicy(layer, policy, 0, request)
  const verdict = verdictOf(layer)
  if (verdict === 'depends') return { verdict, statementIndex: null, missingFacts: findMissingFacts([policy], request) }
  return { verdict, statementIndex: layer.statementIndex < 0 ? null : layer.statementIndex, missingFacts: NONE }
}

export function verdictOf(layer: Layer): PolicyVerdict {
  if (layer.deny === YES) return 'deny'
  if (layer.deny !== NO) return 'depends'
  if (layer.sure !== NOBODY) return 'allow'
  return layer.possible === NOBODY ? 'silent' : 'depends'
}
