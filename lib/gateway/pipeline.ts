import { type Exchange, refuse, SKIP, type StageResult } from './exchange'
import { authenticateStage } from './stages/authenticate'
import { authorizeStage } from './stages/authorize'
import { authorizerStage } from './stages/authorizer'
import { hostStage } from './stages/host'
import { integrateStage } from './stages/integrate'
import { resourcePolicyStage } from './stages/resource-policy'
import { routeStage } from './stages/route'
import type { Stage, StageEnv } from './stages/stage'
import { apiKeyStage, quotaStage, throttleStage, validateStage } from './stages/unconfigured'

/** In the order in which AWS works; the first refusal ends the request. */
export const PIPELINE: readonly Stage[] = [
  hostStage,
  routeStage,
  resourcePolicyStage,
  authenticateStage,
  authorizerStage,
  authorizeStage,
  apiKeyStage,
  throttleStage,
  quotaStage,
  validateStage,
  integrateStage,
]

/**
 * Sends the exchange through the stages. Returns a promise only if a stage had to wait; neither form
 * fails: a stage that throws is a refusal like any other.
 */
export function runPipeline(x: Exchange, env: StageEnv): void | Promise<void> {
  for (let index = x.results.length; index < PIPELINE.length; index = x.results.length) {
    const result = attempt(PIPELINE[index]!, x, env)
    if (result instanceof Promise) return result.then((later) => (note(x, env, later) ? runPipeline(x, env) : undefined))
    if (!note(x, env, result)) return
  }
}

/** True when the request goes on. */
function note(x: Exchange, env: StageEnv, result: StageResult): boolean {
  x.results.push(result)
  // What was skipped took no time worth a look at the clock; each reading ends one stage and begins the next.
  const nowUs = result === SKIP ? x.readUs : env.ports.clock.nowUs()
  x.durationsUs.push(nowUs - x.readUs)
  x.readUs = nowUs
  return result.outcome !== 'fail'
}

function attempt(stage: Stage, x: Exchange, env: StageEnv): StageResult | Promise<StageResult> {
  try {
    const result = stage.run(x, env)
    return result instanceof Promise ? result.catch(failInside) : result
  } catch {
    // The cause may quote the request; the client gets AWS's 500 and nobody is let through.
    return failInside()
  }
}

function failInside(): StageResult {
  return refuse('INTERNAL_ERROR')
}
