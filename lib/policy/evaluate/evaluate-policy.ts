import type { CompiledPolicy, CompiledStatement } from '../compile/compiled-policy'
import { MAYBE, NO, type State, YES } from '../match/state'
import { type Grant, NAMED, NOBODY } from '../principal/grant'
import type { AccessRequest } from '../types'

/** What one or more policies say to a request, unknown facts weighed both ways. */
export interface Layer {
  deny: State
  /** The closest grant that is sure, and the closest that some value of the unknown facts gives. */
  sure: Grant
  possible: Grant
  /** Where the deny stands, or else the sure grant; -1 when there is neither. */
  policyIndex: number
  statementIndex: number
}

export function silentLayer(): Layer {
  return { deny: NO, sure: NOBODY, possible: NOBODY, policyIndex: -1, statementIndex: -1 }
}

/** Adds what one policy says. A grant that is already as close is not looked for again. */
export function addPolicy(layer: Layer, policy: CompiledPolicy, policyIndex: number, request: AccessRequest): void {
  if (layer.deny === YES) return
  const { denies, allows } = policy.statementsAbout(request.action)
  for (let index = 0; index < denies.length; index++) {
    const statement = denies[index]!
    if (statement.principal !== null && statement.principal(request.principal) === NOBODY) continue
    const state = matchBody(statement, request)
    if (state === YES) {
      layer.deny = YES
      layer.policyIndex = policyIndex
      layer.statementIndex = statement.written.index
      return
    }
    if (state === MAYBE) layer.deny = MAYBE
  }
  for (let index = 0; index < allows.length && layer.sure !== NAMED; index++) {
    addAllow(layer, allows[index]!, policyIndex, request)
  }
}

function addAllow(layer: Layer, statement: CompiledStatement, policyIndex: number, request: AccessRequest): void {
  const grant = statement.principal === null ? NAMED : statement.principal(request.principal)
  if (grant <= layer.sure) return
  const state = matchBody(statement, request)
  if (state === NO) return
  if (grant > layer.possible) layer.possible = grant
  if (state === MAYBE) return
  layer.sure = grant
  layer.policyIndex = policyIndex
  layer.statementIndex = statement.written.index
}

/** Resource and conditions; action and principal have matched. */
function matchBody(statement: CompiledStatement, request: AccessRequest): State {
  let result: State = statement.resource === null ? YES : statement.resource.decide(request)
  if (result === NO) return NO
  const { conditions } = statement
  for (let index = 0; index < conditions.length; index++) {
    const state = conditions[index]!.decide(request)
    if (state === NO) return NO
    if (state === MAYBE) result = MAYBE
  }
  return result
}
