import type { AccessOutcome, Side } from '../types'

type Settled = 'Allow' | 'silent' | 'Deny'

export interface OutcomeRow {
  readonly caller: Settled
  readonly resource: Settled
  readonly outcome: Exclude<AccessOutcome, 'depends'>
}

/** Caller and API in one account. Source: developer guide, apigateway-authorization-flow, Table A. */
export const TABLE_A: readonly OutcomeRow[] = [
  { caller: 'Allow', resource: 'Allow', outcome: 'allowed' },
  { caller: 'Allow', resource: 'silent', outcome: 'allowed' },
  { caller: 'Allow', resource: 'Deny', outcome: 'explicitDeny' },
  { caller: 'silent', resource: 'Allow', outcome: 'allowed' },
  { caller: 'silent', resource: 'silent', outcome: 'implicitDeny' },
  { caller: 'silent', resource: 'Deny', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'Allow', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'silent', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'Deny', outcome: 'explicitDeny' },
]

/** Caller and API in two accounts. Source: developer guide, apigateway-authorization-flow, Table B. */
export const TABLE_B: readonly OutcomeRow[] = [
  { caller: 'Allow', resource: 'Allow', outcome: 'allowed' },
  { caller: 'Allow', resource: 'silent', outcome: 'implicitDeny' },
  { caller: 'Allow', resource: 'Deny', outcome: 'explicitDeny' },
  { caller: 'silent', resource: 'Allow', outcome: 'implicitDeny' },
  { caller: 'silent', resource: 'silent', outcome: 'implicitDeny' },
  { caller: 'silent', resource: 'Deny', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'Allow', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'silent', outcome: 'explicitDeny' },
  { caller: 'Deny', resource: 'Deny', outcome: 'explicitDeny' },
]

/** The 1-based row for two sides (no policy counts as silent), or null when a side is not settled. */
export function findRow(caller: Side, resource: Side): number | null {
  if (caller === 'depends' || resource === 'depends') return null
  return rank(caller) * 3 + rank(resource) + 1
}

/** The outcome that the table prints for a row. */
export function outcomeOfRow(table: 'A' | 'B', row: number): AccessOutcome {
  return (table === 'A' ? TABLE_A : TABLE_B)[row - 1]!.outcome
}

function rank(side: Exclude<Side, 'depends'>): number {
  return side === 'Allow' ? 0 : side === 'Deny' ? 2 : 1
}
