/**
 * Shapes of the JSON API under /api/v1: what the console's screens read and send. Types only; the
 * service verbs own the zod schemas and must satisfy these. Times are ISO 8601 in UTC.
 */
import type { Decision } from './decision'
import type { AuthorizerSpec, IntegrationSpec, RouteSpec } from './derived-api'
import type { Issue } from './errors'
import type { EvaluateCaller, EvaluateRequest } from './evaluate'

export type Role = 'viewer' | 'editor' | 'admin'

/** GET /api/v1/session */
export interface SessionView {
  readonly user: { readonly id: string; readonly email: string; readonly name: string; readonly role: Role; readonly hasPassword: boolean }
  readonly workspaceName: string
  readonly publicUrl: string
  readonly gatewayDomain: string
}

/** GET /api/v1/status */
export interface StatusView {
  readonly revision: number
  readonly enforcedRevision: number
  readonly enforcedAt: string
  readonly database: 'up' | 'down'
}

/** Answer of every write. `etag` is the new version of the object that was written. */
export interface WriteResult {
  readonly revision: number
  readonly etag: string
  readonly warnings: readonly Issue[]
}

export interface Touched {
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** GET /api/v1/apis → { items } */
export interface ApiSummary {
  readonly id: string
  readonly name: string
  readonly protocol: 'REST' | 'HTTP'
  readonly account: string
  readonly region: string
  readonly endpointType: 'REGIONAL' | 'EDGE'
  readonly stages: readonly string[]
  readonly routeCount: number
  readonly authCounts: Readonly<Record<'NONE' | 'AWS_IAM' | 'COGNITO_USER_POOLS' | 'CUSTOM', number>>
  readonly hasPolicy: boolean
  readonly changed: Touched
}

/** GET /api/v1/apis/{id} (ETag) */
export interface ApiDetail extends ApiSummary {
  readonly etag: string
  readonly routes: readonly RouteSpec[]
  readonly authorizers: readonly AuthorizerSpec[]
  readonly stageDetails: readonly {
    readonly name: string
    readonly variables: Readonly<Record<string, string>>
    /** Both forms, path form first. */
    readonly invokeUrls: readonly string[]
  }[]
  /** OpenAPI text without the policy. */
  readonly definition: string
  readonly policy: string | null
}

/** POST /api/v1/apis → WriteResult & { id } ; an account that the workspace lacks is added */
export interface CreateApiInput {
  readonly name: string
  readonly protocol: 'REST' | 'HTTP'
  readonly account: string
  readonly region: string
  readonly stage: string
}

/** PATCH /api/v1/apis/{id} */
export interface UpdateApiInput {
  readonly name?: string
  readonly endpointType?: 'REGIONAL' | 'EDGE'
  /** Replaces the OpenAPI text. */
  readonly definition?: string
}

/** POST /api/v1/apis/{id}/routes ; PUT and DELETE /api/v1/apis/{id}/routes/{encodeURIComponent(key)} */
export interface RouteInput {
  readonly method: RouteSpec['method']
  readonly path: string
  readonly auth: RouteSpec['auth']
  readonly integration: IntegrationInput
}
export type IntegrationInput =
  | Omit<Extract<IntegrationSpec, { type: 'MOCK' }>, 'requestStatus'>
  | {
      readonly type: 'HTTP_PROXY'
      readonly uri: string
      readonly httpMethod: RouteSpec['method']
      readonly timeoutMs: number
      readonly requestParameters: Readonly<Record<string, string>>
    }

/** POST /api/v1/apis/{id}/authorizers ; PUT, DELETE …/authorizers/{name} */
export type AuthorizerInput = AuthorizerSpec

/** PUT, DELETE /api/v1/apis/{id}/stages/{name} */
export interface StageInput {
  readonly variables: Readonly<Record<string, string>>
}

/** GET /api/v1/apis/{id}/policy (ETag) ; PUT { text: string | null } */
export interface ApiPolicyView {
  readonly etag: string
  readonly text: string | null
}

/** POST /api/v1/imports { text, fileName?, api?, account, region, dryRun } : OpenAPI, IAM account details or a workspace. */
export interface ImportReport {
  readonly kind: 'openapi' | 'iamAccountDetails' | 'workspace'
  readonly title: string
  /** The API that was or would be created or replaced. */
  readonly apiId: string | null
  readonly rows: readonly ImportRow[]
  readonly plan: PlanView
  readonly issues: readonly Issue[]
  /** Null for a dry run, and when an error refused the import. */
  readonly revision: number | null
}
export interface ImportRow {
  readonly pointer: string
  readonly what: string
  readonly treatment: 'enforced' | 'descriptive' | 'refused'
  readonly why: string
}

export interface PlanView {
  readonly create: readonly PlanItem[]
  readonly update: readonly PlanItem[]
  readonly delete: readonly PlanItem[]
}
export interface PlanItem {
  readonly kind: ObjectKind
  readonly key: string
}

/** PUT, PATCH /api/v1/workspace[?dryRun=true] */
export interface WorkspaceWriteResult {
  readonly revision: number
  readonly plan: PlanView
  readonly warnings: readonly Issue[]
}

export type ObjectKind =
  | 'account'
  | 'iamUser'
  | 'iamGroup'
  | 'iamRole'
  | 'iamPolicy'
  | 'accessKey'
  | 'function'
  | 'userPool'
  | 'userPoolUser'
  | 'api'
  | 'test'

/** GET /api/v1/history?kind=&key= → { items } newest first */
export interface HistoryEntry {
  readonly revision: number
  readonly at: string
  readonly author: string
  readonly action: 'create' | 'update' | 'delete'
  /** Unified diff against the version before; secrets are left out. */
  readonly diff: string
}

/** GET /api/v1/principals → { accounts } */
export interface AccountView {
  readonly id: string
  readonly alias: string | null
  readonly organizationId: string | null
  readonly users: readonly PrincipalSummary[]
  readonly roles: readonly PrincipalSummary[]
  readonly groups: readonly {
    readonly name: string
    readonly arn: string
    readonly members: readonly string[]
    readonly policyCount: number
  }[]
  readonly policies: readonly { readonly name: string; readonly arn: string; readonly attachedTo: readonly string[] }[]
}
export interface PrincipalSummary {
  readonly type: 'user' | 'role'
  readonly name: string
  readonly arn: string
  readonly groups: readonly string[]
  readonly policyCount: number
  readonly hasBoundary: boolean
  readonly accessKeyCount: number
}

/** GET /api/v1/principals/{encodeURIComponent(arn)} (ETag): user, group or role */
export interface PrincipalDetail {
  readonly type: 'user' | 'role' | 'group'
  readonly name: string
  readonly arn: string
  readonly account: string
  readonly etag: string
  readonly groups: readonly string[]
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[]
  readonly attachedPolicyArns: readonly string[]
  readonly permissionsBoundaryArn: string | null
  readonly trustPolicy: string | null
  readonly tags: readonly { readonly key: string; readonly value: string }[]
  readonly accessKeys: readonly { readonly id: string; readonly active: boolean }[]
  readonly changed: Touched
}
/** POST /api/v1/accounts { id, alias? } */
/** POST /api/v1/principals { account, type, name, trustPolicy? } → WriteResult & { arn } ; PATCH …/{arn} ; DELETE …/{arn} */
export interface PrincipalPatch {
  readonly groups?: readonly string[]
  readonly attachedPolicyArns?: readonly string[]
  readonly permissionsBoundaryArn?: string | null
  readonly trustPolicy?: string
  readonly tags?: readonly { readonly key: string; readonly value: string }[]
}
/** PUT, DELETE /api/v1/principals/{arn}/inline-policies/{name} { document } */
/** POST /api/v1/principals/{arn}/access-keys → shown once */
export interface NewAccessKey extends WriteResult {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}
/** PATCH, DELETE /api/v1/access-keys/{id} { active } */

/** GET /api/v1/policies/{encodeURIComponent(arn)} (ETag) ; POST /api/v1/policies { account, name, document } → WriteResult & { arn } ; PUT { document } ; DELETE */
export interface ManagedPolicyView {
  readonly arn: string
  readonly name: string
  readonly etag: string
  readonly document: string
  readonly attachedTo: readonly string[]
  readonly changed: Touched
}

/** GET /api/v1/pools → { items } */
export interface PoolSummary {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly region: string
  readonly userCount: number
  readonly clientCount: number
  readonly changed: Touched
}
/** GET /api/v1/pools/{id} (ETag) ; POST { name, account, region } → WriteResult & { id } ; PATCH { name } ; DELETE */
export interface PoolDetail extends PoolSummary {
  readonly etag: string
  readonly issuer: string
  readonly jwksUri: string
  readonly clients: readonly {
    readonly id: string
    readonly name: string
    readonly hasSecret: boolean
    readonly explicitAuthFlows: readonly string[]
  }[]
  readonly groups: readonly { readonly name: string; readonly description: string | null; readonly precedence: number | null }[]
  readonly resourceServers: readonly { readonly identifier: string; readonly name: string; readonly scopes: readonly string[] }[]
  readonly usedBy: readonly { readonly api: string; readonly authorizer: string }[]
}
/** GET /api/v1/pools/{id}/users?after= → { items, next } ; POST { username, password?, attributes, groups } ; PATCH …/{username} { password?, attributes?, groups?, enabled?, status? } ; DELETE */
export interface PoolUserView {
  readonly username: string
  readonly sub: string
  readonly enabled: boolean
  readonly status: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly groups: readonly string[]
}
/** POST, DELETE /api/v1/pools/{id}/clients[/{clientId}] { name, generateSecret, explicitAuthFlows } → WriteResult & { id, secret } shown once ; POST, DELETE …/groups[/{name}] */

/** GET /api/v1/functions → { items } ; POST { account, region, name } */
export interface FunctionSummary {
  readonly account: string
  readonly region: string
  readonly name: string
  readonly usedBy: readonly { readonly api: string; readonly authorizer: string }[]
  readonly changed: Touched
}
/**
 * GET, PUT, DELETE /api/v1/functions/{account}/{region}/{name} (ETag). PUT { handler?, code?, environment?, timeoutMs?,
 * memoryMb?, events? } changes what is given; `environment` is the whole of it, null keeps a stored value.
 */
export interface FunctionDetail extends FunctionSummary {
  readonly etag: string
  readonly handler: string
  readonly code: string
  /** Names only; values are secret. */
  readonly environmentNames: readonly string[]
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly events: readonly { readonly name: string; readonly event: string }[]
}
/** POST …/invoke { event, code? } : runs the saved or the given code in the sandbox */
export interface InvokeResult {
  readonly ok: boolean
  readonly value: unknown
  readonly errorType: string | null
  readonly errorMessage: string | null
  readonly durationMs: number
  readonly logs: readonly { readonly level: string; readonly message: string }[]
}

/** POST /api/v1/evaluate */
export interface EvaluateInput {
  readonly request: EvaluateRequest
  readonly caller: EvaluateCaller
  /** `draft` is a PATCH workspace document laid over what is saved. */
  readonly against: 'saved' | { readonly draft: unknown }
  readonly send?: boolean
}
export interface EvaluateResult {
  readonly response: { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
  readonly decision: Decision
  readonly revision: number
}

/** GET /api/v1/tests → { items: SavedTest[] } */
/** GET /api/v1/requests?api=&outcome=&before= → { items } newest first */
export interface RequestView {
  readonly requestId: string
  readonly at: string
  readonly api: string | null
  readonly stage: string | null
  readonly method: string
  readonly path: string
  readonly routeKey: string | null
  readonly sourceIp: string
  readonly caller: string
  readonly status: number
  readonly outcome: Decision['outcome']
  readonly reasonCode: string
  readonly durationUs: number
}
/** GET /api/v1/requests/{id} */
export interface RequestDetail extends RequestView {
  readonly decision: Decision
}

/** GET /api/v1/users → { items } (console users; admin) ; POST { email, name, role, password } ; PATCH /{id} { role?, disabled?, password? } */
export interface ConsoleUserView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  readonly lastSignInAt: string | null
}
/** GET /api/v1/tokens → { items } (admin) ; POST { name, role } → { id, token } shown once ; DELETE /{id} */
export interface ApiTokenView {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly createdAt: string
  readonly lastUsedAt: string | null
}
/** PUT /api/v1/session/password { current?, password } */
