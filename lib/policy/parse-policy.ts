import { lintPolicy } from './lint/lint-policy'
import { type ParsedPolicy, readPolicy } from './syntax/parse-policy'
import type { PolicyKind } from './types'

/**
 * Reads a policy: what could be read of it, and everything that is wrong with its syntax and shape or
 * worth a remark, in text order. `document` is null when the text is not a JSON object. Never throws.
 */
export function parsePolicy(text: string, kind: PolicyKind): ParsedPolicy {
  const { document, reporter } = readPolicy(text, kind)
  if (document !== null) lintPolicy(document, kind, reporter)
  return { document, findings: reporter.inTextOrder() }
}
