import type { CompiledPolicy, CompiledStatement } from '../compile/compiled-policy'
import { MAYBE, NO } from '../match/state'
import { NOBODY } from '../principal/grant'
import { type AccessRequest, UNKNOWN } from '../types'
import type { Question } from './layers'
import { weighedPolicies } from './weighed-policies'

/** Keys, lower case and sorted, of the unknown facts that leave a statement of these policies open. */
export function findMissingFacts(policies: readonly CompiledPolicy[], request: AccessRequest): readonly string[] {
  const keys = new Set<string>()
  for (const policy of policies) {
    const { denies, allows } = policy.statementsAbout(request.action)
    for (const statement of denies) addMissing(keys, statement, request)
    for (const statement of allows) addMissing(keys, statement, request)
  }
  return [...keys].sort()
}

function addMissing(keys: Set<string>, { principal, resource, conditions }: CompiledStatement, request: AccessRequest): void {
  if (principal !== null && principal(request.principal) === NOBODY) return
  const resourceState = resource === null ? null : resource.decide(request)
  const states = conditions.map((condition) => condition.decide(request))
  if (resourceState === NO || states.includes(NO)) return
  const open = conditions.filter((_, index) => states[index] === MAYBE).flatMap(({ key, variables }) => [key, ...variables])
  if (resourceState === MAYBE) open.push(...(resource?.variables ?? []))
  for (const key of open) {
    if (request.facts.get(key) === UNKNOWN) keys.add(key)
  }
}

/** The same, over every policy that a decision weighs. */
export function findMissingFactsOf(question: Question, request: AccessRequest): readonly string[] {
  return findMissingFacts(
    weighedPolicies(question, request).flatMap(({ policies }) => policies),
    request,
  )
}
