import type { CompiledPolicy, CompiledStatement } from '../compile/compiled-policy'
import type { CompiledCondition } from '../condition/compiled-condition'
import { MAYBE, NO, type State, toState, YES } from '../match/state'
import { NOBODY } from '../principal/grant'
import {
  type AccessExplanation,
  type AccessRequest,
  type ConditionTrace,
  type MatchState,
  type PolicyTrace,
  type PolicyVerdict,
  type StatementTrace,
  UNKNOWN,
} from '../types'
import { decideAccess } from './decide-access'
import type { Question } from './layers'
import { weighedPolicies } from './weighed-policies'

/** The decision with every policy, statement and condition that it weighs. Runs the same compiled form. */
export function explainAccess(question: Question, request: AccessRequest): AccessExplanation {
  const decision = decideAccess(question, request)
  const sections = weighedPolicies(question, request)
  const { decidedBy } = decision
  const before = sections.slice(
    0,
    sections.findIndex(({ kind }) => kind === decidedBy?.kind),
  )
  return {
    decision,
    policies: sections.flatMap(({ policies }) => policies.map((policy) => explainPolicy(policy, request))),
    decidingPolicy: decidedBy === null ? null : before.reduce((sum, { policies }) => sum + policies.length, decidedBy.policyIndex),
  }
}

/** What one policy says to a request, statement by statement. */
export function explainPolicy(policy: CompiledPolicy, request: AccessRequest): PolicyTrace {
  const statements = policy.statements.map((statement) => explainStatement(statement, request))
  return { kind: policy.kind, source: policy.source, outcome: outcomeOf(statements), statements }
}

function outcomeOf(statements: readonly StatementTrace[]): PolicyVerdict {
  const has = (effect: 'Allow' | 'Deny', matched: MatchState) =>
    statements.some((statement) => statement.effect === effect && statement.matched === matched)
  if (has('Deny', 'match')) return 'deny'
  if (has('Deny', 'unknown')) return 'depends'
  if (has('Allow', 'match')) return 'allow'
  return has('Allow', 'unknown') ? 'depends' : 'silent'
}

function explainStatement(statement: CompiledStatement, request: AccessRequest): StatementTrace {
  const { written } = statement
  const principal = statement.principal === null ? null : toState(statement.principal(request.principal) !== NOBODY)
  const action = toState(statement.action(request.action.toLowerCase()))
  const resource = statement.resource === null ? null : statement.resource.decide(request)
  const conditions = statement.conditions.map((condition) => condition.decide(request))
  return {
    sid: written.sid?.value ?? null,
    index: written.index,
    range: written.range,
    effect: statement.effect,
    matched: nameOf(conjunction([principal ?? YES, action, resource ?? YES, ...conditions])),
    principal: principal === null ? 'notApplicable' : nameOf(principal),
    action: nameOf(action),
    resource: resource === null ? 'notApplicable' : nameOf(resource),
    written: writtenOf(statement),
    conditions: statement.conditions.map((condition, index) => explainCondition(condition, conditions[index]!, request)),
  }
}

function conjunction(states: readonly State[]): State {
  return states.includes(NO) ? NO : states.includes(MAYBE) ? MAYBE : YES
}

function nameOf(state: State): MatchState {
  return state === YES ? 'match' : state === NO ? 'noMatch' : 'unknown'
}

function writtenOf({ written }: CompiledStatement): StatementTrace['written'] {
  return {
    principal: written.principal?.entries.map(({ value }) => value.value) ?? [],
    action: written.action?.values.map(({ value }) => value) ?? [],
    resource: written.resource?.values.map(({ value }) => value) ?? [],
    negated: {
      principal: written.principal?.negated ?? false,
      action: written.action?.negated ?? false,
      resource: written.resource?.negated ?? false,
    },
  }
}

function explainCondition({ written, key }: CompiledCondition, state: State, request: AccessRequest): ConditionTrace {
  const fact = request.facts.get(key)
  return {
    operator: written.operatorText.value,
    key: written.key.value,
    expected: written.values.map(({ value }) => value),
    actual:
      fact === undefined
        ? { state: 'absent' }
        : fact === UNKNOWN
          ? { state: 'unknown' }
          : { state: 'value', value: typeof fact === 'string' ? [fact] : fact },
    matched: nameOf(state),
    range: written.range,
  }
}
