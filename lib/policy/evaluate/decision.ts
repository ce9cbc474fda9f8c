import { NO, YES } from '../match/state'
import { NOBODY } from '../principal/grant'
import type { AccessDecision, AccessOutcome, PolicyKind, Side, TableCell } from '../types'
import type { Layer } from './evaluate-policy'
import { findRow, outcomeOfRow } from './outcome-tables'

const NONE: readonly string[] = []

export type DecidedBy = NonNullable<AccessDecision['decidedBy']>

export function allowed(cell: TableCell, decidedBy: DecidedBy | null): AccessDecision {
  return { outcome: 'allowed', cell, decidedBy, missingAllow: null, missingFacts: NONE }
}

export function explicitDeny(cell: TableCell, decidedBy: DecidedBy): AccessDecision {
  return { outcome: 'explicitDeny', cell, decidedBy, missingAllow: null, missingFacts: NONE }
}

/** With missing facts: denied whatever they are, and an explicit Deny for some of their values. */
export function implicitDeny(cell: TableCell, missingAllow: PolicyKind, missingFacts: readonly string[] = NONE): AccessDecision {
  return { outcome: 'implicitDeny', cell, decidedBy: null, missingAllow, missingFacts }
}

export function depends(cell: TableCell, missingFacts: readonly string[]): AccessDecision {
  return { outcome: 'depends', cell, decidedBy: null, missingAllow: null, missingFacts }
}

export function pointAt(kind: PolicyKind, { policyIndex, statementIndex }: Readonly<Layer>): DecidedBy {
  return { kind, policyIndex, statementIndex }
}

/** A layer as a side of the outcome tables. `sure` and `possible` are what counts as an Allow of it. */
export function sideOf(layer: Readonly<Layer>, sure = layer.sure !== NOBODY, possible = layer.possible !== NOBODY): Side {
  if (layer.deny === YES) return 'Deny'
  if (layer.deny !== NO) return 'depends'
  return sure ? 'Allow' : possible ? 'depends' : 'silent'
}

/** The cell of Table A or B; its row is null when something outside the table settled the outcome. */
export function cellOf(table: 'A' | 'B', caller: Side, resource: Side, outcome: AccessOutcome): TableCell {
  const row = findRow(caller, resource)
  return { table, caller, resource, row: row !== null && outcomeOfRow(table, row) === outcome ? row : null }
}
