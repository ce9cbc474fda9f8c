import { AppError, type Issue } from '../domain/errors'
import { type ApiFacts, diagnosePolicy, type Finding, type PolicyKind } from '../policy'

export const POLICY_CHARS_MAX = 65_536

/**
 * Checks a policy that is about to be saved. Returns what is worth saying about it. Throws AppError
 * `invalid_document` with every finding when one of them means that it could not be enforced as
 * written. Pointers and ranges are those of the policy's own text.
 */
export function checkPolicyText(text: string, kind: PolicyKind, api?: ApiFacts): readonly Issue[] {
  const findings = diagnosePolicy(text, kind, api)
  const blocking = findings.filter((finding) => finding.blocksSaving)
  const issues = [...blocking, ...findings.filter((finding) => !finding.blocksSaving)].map(toIssue)
  if (blocking.length === 0) return issues
  const more =
    blocking.length === 1 ? '' : ` There ${blocking.length === 2 ? 'is 1 more problem' : `are ${blocking.length - 1} more problems`}.`
  throw new AppError('invalid_document', `${blocking[0]!.message}${more}`, { details: { issues } })
}

function toIssue({ pointer, id, severity, message, range, blocksSaving }: Finding): Issue {
  return { pointer, code: id, severity: blocksSaving ? 'error' : severity, message, range }
}
