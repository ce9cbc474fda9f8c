import { lintPolicy } from '../lint/lint-policy'
import { readPolicy } from '../syntax/read-policy'
import type { ApiFacts, Finding, PolicyKind } from '../types'
import { diagnoseForApi } from './api/diagnose-for-api'

/**
 * Everything there is to say about a policy, in text order: syntax and shape, remarks, and, when the
 * API that it belongs to is known, how it meets that API's routes. Never throws.
 */
export function diagnosePolicy(text: string, kind: PolicyKind, api?: ApiFacts): readonly Finding[] {
  const { document, reporter } = readPolicy(text, kind)
  if (document !== null) {
    lintPolicy(document, kind, reporter)
    if (api !== undefined) diagnoseForApi(document, kind, api, reporter)
  }
  return reporter.inTextOrder()
}
