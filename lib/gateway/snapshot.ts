/** The compiled, immutable configuration that requests are decided on. Swapped whole; every lookup is a Map. */

import type { RE2JS } from 're2js'
import type { AuthorizerSpec, RouteMethod, RouteSpec } from '../domain/derived-api'
import type { AccessKey, Account, Api, IamRole, IamUser, LambdaFunction, Stage, UserPool, World } from '../domain/world'
import type { CompiledPolicy } from '../policy'
import type { VerificationKey } from '../protocol/jwt'
import type { RouteTable } from '../protocol/routes'

export interface Snapshot {
  readonly revision: number
  readonly world: World
  /** Absolute URL without trailing slash. */
  readonly publicUrl: string
  /** Lower case, without port. */
  readonly gatewayDomain: string
  readonly apis: ReadonlyMap<string, CompiledApi>
  /** Users' keys by access key id. */
  readonly accessKeys: ReadonlyMap<string, CompiledAccessKey>
  /** Users and roles by ARN. */
  readonly principals: ReadonlyMap<string, CompiledPrincipal>
  readonly poolsById: ReadonlyMap<string, CompiledPool>
  readonly poolsByIssuer: ReadonlyMap<string, CompiledPool>
  /** By `functionKey`. */
  readonly functions: ReadonlyMap<string, LambdaFunction>
  /** Parts that the next compilation may take over. */
  readonly parts: SnapshotParts
}

export interface SnapshotParts {
  readonly accounts: ReadonlyMap<string, CompiledAccount>
  readonly policies: ReadonlyMap<string, PolicySlot>
}

/** A policy that does not compile is never skipped: whatever it bears on is refused. */
export type PolicySlot =
  | { readonly ok: true; readonly policy: CompiledPolicy }
  | { readonly ok: false; readonly name: string; readonly problem: string }

export interface CompiledAccount {
  readonly account: Account
  readonly principals: readonly CompiledPrincipal[]
  readonly accessKeys: readonly CompiledAccessKey[]
}

export interface CompiledPrincipal {
  readonly type: 'user' | 'role'
  readonly name: string
  readonly arn: string
  readonly account: Account
  readonly entity: IamUser | IamRole
  readonly identity: readonly CompiledPolicy[]
  readonly boundary: CompiledPolicy | null
  /** What did not compile or does not exist among the principal's policies; null when all stand. */
  readonly problem: string | null
  /** `aws:principaltag/…` facts, names in lower case. */
  readonly tagFacts: ReadonlyMap<string, string>
}

export interface CompiledAccessKey {
  readonly key: AccessKey
  readonly principal: CompiledPrincipal
}

export interface CompiledPool {
  readonly pool: UserPool
  readonly issuer: string
  /** Verification keys by `kid`. */
  readonly keys: ReadonlyMap<string, VerificationKey>
  /** `kid` of stored keys that cannot be used: what they sign is refused as a fault of ours. */
  readonly unusableKids: ReadonlySet<string>
}

export interface CompiledApi {
  readonly api: Api
  /** Changes with whatever AWS would deploy: part of every authorizer cache key. */
  readonly version: string
  /** `arn:aws:execute-api:REGION:ACCOUNT:API/` */
  readonly arnPrefix: string
  readonly stages: ReadonlyMap<string, Stage>
  readonly routes: RouteTable<CompiledRoute>
  /** Null when no policy is attached, which is not the same as a silent one. */
  readonly policy: PolicySlot | null
}

export interface CompiledRoute {
  readonly method: RouteMethod
  readonly path: string
  readonly spec: RouteSpec
  readonly auth: CompiledAuth
  readonly integration: CompiledIntegration
}

export type CompiledAuth =
  | { readonly type: 'NONE' }
  | { readonly type: 'AWS_IAM' }
  | { readonly type: 'LAMBDA'; readonly spec: LambdaAuthorizerSpec; readonly validation: RE2JS | null }
  | {
      readonly type: 'COGNITO_USER_POOLS'
      readonly spec: CognitoAuthorizerSpec
      readonly validation: RE2JS | null
      readonly scopes: readonly string[]
      /** Of all its pools, by `kid`; whose key it is, the issuer must say too. */
      readonly keys: ReadonlyMap<string, VerificationKey>
      readonly poolsByIssuer: ReadonlyMap<string, CompiledPool>
    }
  /** Cannot be enforced, so it answers 500. */
  | { readonly type: 'BROKEN'; readonly problem: string }

export type LambdaAuthorizerSpec = Extract<AuthorizerSpec, { type: 'TOKEN' | 'REQUEST' }>
export type CognitoAuthorizerSpec = Extract<AuthorizerSpec, { type: 'COGNITO_USER_POOLS' }>

export type CompiledIntegration =
  | { readonly type: 'MOCK'; readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
  | {
      readonly type: 'HTTP_PROXY'
      readonly uri: readonly UriPiece[]
      readonly method: RouteMethod
      readonly timeoutMs: number
      readonly parameters: readonly ParameterMapping[]
    }
  | { readonly type: 'BROKEN'; readonly problem: string }

export type UriPiece = { readonly type: 'text'; readonly text: string } | { readonly type: 'path' | 'stageVariable'; readonly name: string }

/** `integration.request.header.X-Id` ← `method.request.path.id` */
export interface ParameterMapping {
  readonly to: 'path' | 'querystring' | 'header'
  readonly name: string
  readonly from: ParameterSource
}

export type ParameterSource =
  | { readonly type: 'constant'; readonly value: string }
  | { readonly type: 'path' | 'querystring' | 'header' | 'stageVariables' | 'authorizer' | 'claims' | 'context'; readonly name: string }

/** Key of a function in `Snapshot.functions`. */
export function functionKey(ref: { readonly account: string; readonly region: string; readonly name: string }): string {
  return `${ref.account}/${ref.region}/${ref.name}`
}
