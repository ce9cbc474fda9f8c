/** The Lambda authorizer of a method: identity sources, cache, call. Source: developer guide, apigateway-use-lambda-authorizer. */
import type { LambdaFunction } from '../../domain/world'
import { type Exchange, PASS, refuse, type StageResult } from '../exchange'
import { type CompiledAuth, functionKey, type LambdaAuthorizerSpec } from '../snapshot'
import type { StageEnv } from '../stages/stage'
import { cacheKey } from './cache-key'
import { requestEvent, tokenEvent } from './events'
import { describeSource, readIdentity } from './identity'
import { invokeAuthorizer, type LambdaVerdict } from './invoke'

export type LambdaAuth = Extract<CompiledAuth, { type: 'LAMBDA' }>

export function runLambdaAuthorizer(x: Exchange, env: StageEnv, auth: LambdaAuth): StageResult | Promise<StageResult> {
  const { spec } = auth
  const identity = readIdentity(x, spec)
  const missing = identity.findIndex((value) => value === null || value === '')
  if (missing !== -1) return refuse('IDENTITY_SOURCE_MISSING', { note: describeSource(spec, missing) })
  if (auth.validation && !auth.validation.matcher(identity[0] ?? '').matches()) {
    return refuse('IDENTITY_SOURCE_INVALID', { note: `it must match ${spec.type === 'TOKEN' ? spec.identityValidationExpression : ''}` })
  }
  const fn = x.snapshot.functions.get(functionKey(spec.function))
  if (!fn) return refuse('AUTHORIZER_FAILED', { note: `the function ${spec.function.name} does not exist` })
  const call = () => invokeAuthorizer(env.ports.scripts, fn, eventFor(x, spec, identity), { apiId: x.api!.api.id, name: spec.name })
  // Without identity sources every caller would share one entry.
  if (spec.ttlSec === 0 || identity.length === 0) return call().then((verdict) => settle(x, verdict, null))
  const key = cacheKey([x.api!.api.id, x.api!.version, x.stage!.name, spec.name, ...identity])
  return x.injected ? evaluateCached(x, env, key, fn, call) : runCached(x, env, key, spec.ttlSec * 1000, call)
}

function runCached(
  x: Exchange,
  env: StageEnv,
  key: string,
  ttlMs: number,
  call: () => Promise<LambdaVerdict>,
): StageResult | Promise<StageResult> {
  const kept = env.authorizerCache.get(key, x.atMs)
  if (kept) return settle(x, kept.value, x.atMs - kept.storedAtMs)
  const shared = env.authorizerCache.share(key, async () => {
    const verdict = await call()
    if (verdict.ok) env.authorizerCache.set(key, verdict, x.atMs, ttlMs)
    return verdict
  })
  return shared.then((verdict) => settle(x, verdict, null))
}

/**
 * Sees what the gateway would see in its cache, and leaves the cache as it is. What is enforced keeps its
 * entries when its function changes, as on AWS; a draft's function has none of the old one's.
 */
function evaluateCached(
  x: Exchange,
  env: StageEnv,
  key: string,
  fn: LambdaFunction,
  call: () => Promise<LambdaVerdict>,
): StageResult | Promise<StageResult> {
  const kept = env.authorizerCache.peek(key, x.atMs)
  const isEnforced = x.snapshot === env.ports.snapshot()
  if (kept?.value.ok && (isEnforced || kept.value.fn === fn)) return settle(x, kept.value, Math.max(0, x.atMs - kept.storedAtMs))
  return call().then((verdict) => settle(x, verdict, null))
}

function eventFor(x: Exchange, spec: LambdaAuthorizerSpec, identity: readonly (string | null)[]): object {
  return spec.type === 'TOKEN' ? tokenEvent(x, identity[0] ?? '') : requestEvent(x)
}

function settle(x: Exchange, verdict: LambdaVerdict, cachedAgeMs: number | null): StageResult {
  if (!verdict.ok) return refuse(verdict.code, { note: verdict.note })
  const { principalId, policy, context, durationMs } = verdict
  x.authorizer = { type: 'lambda', principalId, policy, context, cachedAgeMs, durationMs }
  return PASS
}
