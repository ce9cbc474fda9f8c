import { type ApiFacts, diagnosePolicy, type PolicyKind } from '../../policy'
import type { Problems } from '../document/problems'

/** Longest policy text that is read. Source: IAM quotas (6,144) and API Gateway quotas (8,192), with room for white space. */
const POLICY_CHARS_MAX = 65_536

/**
 * Diagnoses a policy as lib/policy does for the editor. What cannot be enforced is an error, the rest a
 * warning; ranges are offsets into the policy's text.
 */
export function checkPolicy(text: string, kind: PolicyKind, pointer: string, problems: Problems, api?: ApiFacts): void {
  if (text.length > POLICY_CHARS_MAX) {
    problems.error(pointer, 'too_large', `A policy has ${POLICY_CHARS_MAX} characters at most.`)
    return
  }
  for (const finding of diagnosePolicy(text, kind, api)) {
    const severity = finding.blocksSaving ? 'error' : finding.severity === 'error' ? 'warning' : finding.severity
    problems.add({ pointer: pointer + finding.pointer, code: finding.id, severity, message: finding.message, range: finding.range })
  }
}
