/** What the gateway needs of an API definition, read out of its OpenAPI text by one function. */

export type RouteMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'ANY'

export interface DerivedApi {
  readonly routes: readonly RouteSpec[]
  readonly authorizers: readonly AuthorizerSpec[]
}

export interface RouteSpec {
  /** `GET /orders/{id}`; `$default` for the default route of an HTTP API. */
  readonly key: string
  readonly method: RouteMethod
  /** `/orders/{id}`, `/files/{proxy+}`; `$default` for the default route. */
  readonly path: string
  readonly operationId: string | null
  readonly auth: RouteAuth
  readonly integration: IntegrationSpec
}

export type RouteAuth =
  | { readonly type: 'NONE' }
  | { readonly type: 'AWS_IAM' }
  | { readonly type: 'CUSTOM'; readonly authorizer: string }
  | { readonly type: 'COGNITO_USER_POOLS'; readonly authorizer: string; readonly scopes: readonly string[] }

export type AuthorizerSpec =
  | {
      readonly type: 'TOKEN'
      /** Name of the security scheme. */
      readonly name: string
      /** Header name as written. */
      readonly header: string
      /** Regular expression over the whole token, re2 syntax; null = any. */
      readonly identityValidationExpression: string | null
      readonly ttlSec: number
      readonly function: FunctionRef
    }
  | {
      readonly type: 'REQUEST'
      readonly name: string
      readonly identitySources: readonly IdentitySource[]
      readonly ttlSec: number
      readonly function: FunctionRef
    }
  | {
      readonly type: 'COGNITO_USER_POOLS'
      readonly name: string
      readonly header: string
      readonly identityValidationExpression: string | null
      /** Ids of user pools of this workspace. */
      readonly poolIds: readonly string[]
    }

export interface FunctionRef {
  readonly account: string
  readonly region: string
  readonly name: string
}

export interface IdentitySource {
  readonly from: 'header' | 'querystring' | 'stageVariables' | 'context'
  readonly name: string
}

export type IntegrationSpec =
  | {
      readonly type: 'MOCK'
      /** Integer that the constant request template names; 200 by default. */
      readonly requestStatus: number
      /** Selected by `selectionPattern` against `requestStatus`; the one without pattern is the default. */
      readonly responses: readonly MockResponse[]
    }
  | {
      readonly type: 'HTTP_PROXY'
      /** Absolute URL; may hold `{param}` and `${stageVariables.name}`. */
      readonly uri: string
      readonly httpMethod: RouteMethod
      readonly timeoutMs: number
      /** Destination → source, e.g. `integration.request.path.id` → `method.request.path.id` or `'constant'`. */
      readonly requestParameters: ReadonlyMap<string, string>
    }

export interface MockResponse {
  /** re2 syntax; null for the default response. */
  readonly selectionPattern: string | null
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly contentType: string
  readonly body: string
}
