import type { Reporter } from '../finding/reporter'
import type { PolicyDocument } from '../syntax/document'
import type { PolicyKind } from '../types'
import { lintSids } from './sids'

/** Remarks on a policy that can be read: what is legal but rarely meant. */
export function lintPolicy(document: PolicyDocument, kind: PolicyKind, reporter: Reporter): void {
  lintSids(document, kind, reporter)
}
