import { createHash } from 'node:crypto'
import type { AuthorizerSpec, RouteSpec } from '../../domain/derived-api'
import type { Api } from '../../domain/world'
import type { VerificationKey } from '../../protocol/jwt'
import { compileRoutes, parseTemplate } from '../../protocol/routes'
import type { CompiledApi, CompiledAuth, CompiledPool, CompiledRoute } from '../snapshot'
import { compileIntegration, compilePattern } from './compile-integration'
import { isSame } from './is-same'
import type { PolicyMemo } from './policy-memo'

/** The previous form is taken over when neither the API nor a pool that it trusts has changed. */
export function compileApi(
  api: Api,
  pools: ReadonlyMap<string, CompiledPool>,
  memo: PolicyMemo,
  previous: { readonly api: CompiledApi; readonly pools: ReadonlyMap<string, CompiledPool> } | undefined,
): CompiledApi {
  const policy =
    api.policy === null
      ? null
      : memo.compile(api.policy, {
          kind: 'resource',
          source: { type: 'api', id: api.id, name: api.name },
          api: { partition: 'aws', region: api.region, account: api.account, apiId: api.id },
        })
  if (previous && isSame(previous.api.api, api) && trustsSamePools(api, previous.pools, pools)) return previous.api
  const authorizers = new Map(api.derived.authorizers.map((authorizer) => [authorizer.name, authorizer]))
  const routes = api.derived.routes.map((spec) => compileRoute(api, spec, authorizers, pools))
  return {
    api,
    version: versionOf(api),
    arnPrefix: `arn:aws:execute-api:${api.region}:${api.account}:${api.id}/`,
    stages: new Map(api.stages.map((stage) => [stage.name, stage])),
    // A template that is none was refused on save; should one be here, it is no route.
    routes: compileRoutes(routes.filter(({ path }) => path === '$default' || parseTemplate(path).ok)),
    policy,
  }
}

function trustsSamePools(api: Api, before: ReadonlyMap<string, CompiledPool>, now: ReadonlyMap<string, CompiledPool>): boolean {
  return api.derived.authorizers.every(
    (authorizer) => authorizer.type !== 'COGNITO_USER_POOLS' || authorizer.poolIds.every((id) => before.get(id) === now.get(id)),
  )
}

function versionOf(api: Api): string {
  const hash = createHash('sha256')
  const stages = api.stages.map(({ name, variables }) => [name, [...variables]])
  hash.update(JSON.stringify([api.region, api.account, api.protocol, stages, api.definition, api.policy]))
  return hash.digest('base64url').slice(0, 22)
}

function compileRoute(
  api: Api,
  spec: RouteSpec,
  authorizers: ReadonlyMap<string, AuthorizerSpec>,
  pools: ReadonlyMap<string, CompiledPool>,
): CompiledRoute {
  const auth = compileAuth(spec, authorizers, pools)
  const enforceable = api.protocol === 'REST' || auth.type === 'NONE'
  return {
    method: spec.method,
    path: spec.path,
    spec,
    auth: enforceable ? auth : { type: 'BROKEN', problem: 'routes of an HTTP API can only be open' },
    integration: compileIntegration(spec.integration),
  }
}

function compileAuth(
  { auth }: RouteSpec,
  authorizers: ReadonlyMap<string, AuthorizerSpec>,
  pools: ReadonlyMap<string, CompiledPool>,
): CompiledAuth {
  if (auth.type === 'NONE' || auth.type === 'AWS_IAM') return { type: auth.type }
  const spec = authorizers.get(auth.authorizer)
  if (!spec) return { type: 'BROKEN', problem: `the authorizer ${auth.authorizer} does not exist` }
  if ((spec.type === 'COGNITO_USER_POOLS') !== (auth.type === 'COGNITO_USER_POOLS')) {
    return { type: 'BROKEN', problem: `the authorizer ${spec.name} is of another type` }
  }
  const pattern = spec.type === 'REQUEST' ? null : spec.identityValidationExpression
  const validation = pattern === null ? null : compilePattern(pattern)
  if (pattern !== null && validation === null)
    return { type: 'BROKEN', problem: `the validation expression of ${spec.name} is no RE2 pattern` }
  if (spec.type !== 'COGNITO_USER_POOLS') return { type: 'LAMBDA', spec, validation }
  const trusted = spec.poolIds.flatMap((id) => pools.get(id) ?? [])
  if (trusted.length === 0) return { type: 'BROKEN', problem: `no user pool of ${spec.name} exists` }
  return {
    type: 'COGNITO_USER_POOLS',
    spec,
    validation,
    scopes: auth.type === 'COGNITO_USER_POOLS' ? auth.scopes : [],
    keys: mergeKeys(trusted),
    poolsByIssuer: new Map(trusted.map((pool) => [pool.issuer, pool])),
  }
}

function mergeKeys(pools: readonly CompiledPool[]): ReadonlyMap<string, VerificationKey> {
  return new Map(pools.flatMap(({ keys }) => [...keys]))
}
