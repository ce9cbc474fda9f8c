import { lintPolicy } from './lint/lint-policy'
import type { PolicyDocument } from './syntax/document'
import { readPolicy } from './syntax/read-policy'
import type { Finding, PolicyKind } from './types'

export interface ParsedPolicy {
  /** What could be read of the policy; null when the text is not a JSON object. */
  readonly document: PolicyDocument | null
  readonly findings: readonly Finding[]
}

/**
 * Reads a policy: what could be read of it, and everything that is wrong with its syntax and shape or
 * worth a remark, in text order. Never throws.
 */
export function parsePolicy(text: string, kind: PolicyKind): ParsedPolicy {
  const { document, reporter } = readPolicy(text, kind)
  if (document !== null) lintPolicy(document, kind, reporter)
  return { document, findings: reporter.inTextOrder() }
}
