import type { CompiledPolicy } from '../compile/compiled-policy'
import { MAYBE, NO, YES } from '../match/state'
import { NAMED, NOBODY } from '../principal/grant'
import type { AccessQuestion, AccessRequest } from '../types'
import { addPolicy, type Layer, silentLayer } from './evaluate-policy'

export type Question = AccessQuestion<CompiledPolicy>

/** No policies at all: nothing allowed, nothing denied. */
export const SILENT: Readonly<Layer> = silentLayer()

/** A layer that is not there and so does not limit. */
export const UNLIMITED: Readonly<Layer> = { ...silentLayer(), sure: NAMED, possible: NAMED }

/** Policies of which any may allow. */
export function evaluateAll(policies: readonly CompiledPolicy[], request: AccessRequest): Readonly<Layer> {
  if (policies.length === 0) return SILENT
  const layer = silentLayer()
  for (let index = 0; index < policies.length; index++) addPolicy(layer, policies[index]!, index, request)
  return layer
}

export function evaluateOne(policy: CompiledPolicy | null, request: AccessRequest, whenNone: Readonly<Layer>): Readonly<Layer> {
  if (policy === null) return whenNone
  const layer = silentLayer()
  addPolicy(layer, policy, 0, request)
  return layer
}

/** Levels of an organization: each must allow, any may deny. `policyIndex` counts through all levels. */
export function evaluateLevels(levels: readonly (readonly CompiledPolicy[])[], request: AccessRequest): Readonly<Layer> {
  if (levels.length === 0) return UNLIMITED
  const whole: Layer = { ...UNLIMITED }
  let offset = 0
  for (const policies of levels) {
    const level = evaluateAll(policies, request)
    if (level.deny === YES && whole.deny !== YES) {
      whole.policyIndex = offset + level.policyIndex
      whole.statementIndex = level.statementIndex
    }
    if (level.deny === YES || whole.deny === NO) whole.deny = whole.deny === YES ? YES : level.deny
    else if (whole.deny !== YES && level.deny === MAYBE) whole.deny = MAYBE
    if (level.sure === NOBODY) whole.sure = NOBODY
    if (level.possible === NOBODY) whole.possible = NOBODY
    offset += policies.length
  }
  return whole
}

/** Whether resource control policies bear on a service at all. Source: Control Tower, list of services that support RCPs. */
export function rcpAppliesTo(action: string): boolean {
  return !action.toLowerCase().startsWith('execute-api:')
}
