import type { Reporter } from '../finding/reporter'
import type { PolicyDocument } from '../syntax/document'
import type { PolicyKind } from '../types'
import { lintConditionKey } from './condition-keys'
import { lintConditionValues } from './condition-values'
import { lintIpRanges } from './ip-ranges'
import { lintPrincipal } from './principals'
import { lintRedundancy } from './redundancy'
import { lintSids } from './sids'
import { lintVariables } from './variables'

/** Remarks on a policy that can be read: what is legal but rarely meant, and what AWS would not take. */
export function lintPolicy(document: PolicyDocument, kind: PolicyKind, reporter: Reporter): void {
  lintSids(document, kind, reporter)
  lintRedundancy(document, reporter)
  for (const statement of document.statements) {
    lintPrincipal(statement, kind, reporter)
    lintVariables(statement, document.version, reporter)
    for (const condition of statement.conditions) {
      lintConditionKey(condition, statement, reporter)
      lintConditionValues(condition, reporter)
      lintIpRanges(condition, statement, reporter)
    }
  }
}
