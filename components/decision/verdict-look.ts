/** Icon, word and classes of each verdict: the only place that pairs a decision with a colour. */
import type { Decision } from '@/lib/domain/decision'
import type { MatchState, PolicyVerdict, Side } from '@/lib/policy/types'
import type { VerdictKind } from '../ui/verdict'
import type { StageState } from './tree-model'

export type Tone = VerdictKind

/** A deciding stage is tinted to full width: its ground, its outline, the node and the bar where the line ends. */
export const TONE_GROUND: Readonly<Record<Tone, string>> = {
  allow: 'bg-allow-soft border-allow-line',
  deny: 'bg-deny-soft border-deny-line',
  depends: 'bg-depends-soft border-depends-line',
  unreached: 'bg-sunken border-hairline',
}
export const TONE_LINE: Readonly<Record<Tone, string>> = {
  allow: 'border-allow-line',
  deny: 'border-deny-line',
  depends: 'border-depends-line',
  unreached: 'border-unreached-line',
}
export const TONE_FILL: Readonly<Record<Tone, string>> = {
  allow: 'border-allow bg-allow text-surface',
  deny: 'border-deny-fill bg-deny-fill text-on-fill',
  depends: 'border-depends bg-depends text-surface',
  unreached: 'border-unreached bg-unreached text-surface',
}

interface Look {
  readonly tone: Tone
  readonly word: string
}

export const OUTCOME_LOOK: Readonly<Record<Decision['outcome'], Look>> = {
  allow: { tone: 'allow', word: 'Allowed' },
  deny: { tone: 'deny', word: 'Denied' },
  depends: { tone: 'depends', word: 'Depends' },
  error: { tone: 'deny', word: 'Refused' },
}

export const STATE_LOOK: Readonly<Record<StageState, Look>> = {
  passed: { tone: 'allow', word: 'passed' },
  failed: { tone: 'deny', word: 'denied' },
  skipped: { tone: 'unreached', word: 'skipped' },
  depends: { tone: 'depends', word: 'depends' },
}

export const POLICY_LOOK: Readonly<Record<PolicyVerdict, Look>> = {
  allow: { tone: 'allow', word: 'Allow' },
  deny: { tone: 'deny', word: 'Deny' },
  silent: { tone: 'unreached', word: 'silent' },
  depends: { tone: 'depends', word: 'depends' },
}

export const SIDE_LOOK: Readonly<Record<Side, Look>> = {
  Allow: { tone: 'allow', word: 'Allow' },
  Deny: { tone: 'deny', word: 'Deny' },
  silent: { tone: 'unreached', word: 'silent' },
  depends: { tone: 'depends', word: 'depends' },
  none: { tone: 'unreached', word: 'none' },
}

export const MATCH_LOOK: Readonly<Record<MatchState, Look>> = {
  match: { tone: 'allow', word: 'matches' },
  noMatch: { tone: 'unreached', word: 'does not match' },
  unknown: { tone: 'depends', word: 'unknown' },
}
