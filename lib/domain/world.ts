/**
 * The configuration of one installation in its normal form: what a workspace document means once it
 * is checked. Policies and definitions are texts (their positions and key order matter), secrets are
 * plain here and encrypted only in the store. Everything is immutable; a change makes a new World.
 */
import type { DerivedApi } from './derived-api'

export interface World {
  readonly revision: number
  readonly accounts: readonly Account[]
  readonly functions: readonly LambdaFunction[]
  readonly userPools: readonly UserPool[]
  readonly apis: readonly Api[]
  readonly tests: readonly SavedTest[]
}

export interface Account {
  /** 12 digits. */
  readonly id: string
  readonly alias: string | null
  readonly organization: { readonly id: string; readonly path: string } | null
  readonly users: readonly IamUser[]
  readonly groups: readonly IamGroup[]
  readonly roles: readonly IamRole[]
  readonly policies: readonly ManagedPolicy[]
  readonly accessKeys: readonly AccessKey[]
}

export interface InlinePolicy {
  readonly name: string
  readonly document: string
}

export interface Tag {
  readonly key: string
  readonly value: string
}

export interface IamUser {
  readonly name: string
  /** `AIDA…` */
  readonly id: string
  readonly path: string
  readonly arn: string
  readonly groups: readonly string[]
  readonly inlinePolicies: readonly InlinePolicy[]
  readonly attachedPolicyArns: readonly string[]
  readonly permissionsBoundaryArn: string | null
  readonly tags: readonly Tag[]
}

export interface IamGroup {
  readonly name: string
  readonly id: string
  readonly path: string
  readonly arn: string
  readonly inlinePolicies: readonly InlinePolicy[]
  readonly attachedPolicyArns: readonly string[]
}

export interface IamRole {
  readonly name: string
  /** `AROA…` */
  readonly id: string
  readonly path: string
  readonly arn: string
  readonly trustPolicy: string
  readonly inlinePolicies: readonly InlinePolicy[]
  readonly attachedPolicyArns: readonly string[]
  readonly permissionsBoundaryArn: string | null
  readonly maxSessionDurationSec: number
  readonly tags: readonly Tag[]
}

export interface ManagedPolicy {
  readonly name: string
  /** `ANPA…` */
  readonly id: string
  readonly path: string
  readonly arn: string
  /** Text of the default version. */
  readonly document: string
}

export interface AccessKey {
  readonly id: string
  readonly secret: string
  readonly userName: string
  readonly active: boolean
}

export interface LambdaFunction {
  readonly account: string
  readonly region: string
  readonly name: string
  readonly handler: string
  readonly code: string
  readonly environment: ReadonlyMap<string, string>
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly events: readonly { readonly name: string; readonly event: string }[]
}

export interface UserPool {
  /** `us-east-1_Abc123XYZ` */
  readonly id: string
  readonly account: string
  readonly region: string
  readonly name: string
  /** Absolute URL without trailing slash; null = `{public address}/cognito/{id}`. */
  readonly issuer: string | null
  readonly passwordPolicy: PasswordPolicy
  readonly clients: readonly UserPoolClient[]
  readonly groups: readonly UserPoolGroup[]
  readonly resourceServers: readonly ResourceServer[]
  /** Two RSA keys, PEM (PKCS#8): one signs ID tokens, the other access tokens. */
  readonly signingKeys: readonly SigningKey[]
  /** Loaded for export and planning only; empty in the world that a snapshot is compiled from. */
  readonly users: readonly PoolUser[]
}

export interface PasswordPolicy {
  readonly minimumLength: number
  readonly requireUppercase: boolean
  readonly requireLowercase: boolean
  readonly requireNumbers: boolean
  readonly requireSymbols: boolean
}

export interface SigningKey {
  readonly kid: string
  readonly use: 'id' | 'access'
  readonly privateKeyPem: string
  /** n and e, base64url. */
  readonly publicJwk: { readonly n: string; readonly e: string }
}

export interface UserPoolClient {
  readonly id: string
  readonly name: string
  /** Null for a public client. */
  readonly secret: string | null
  readonly explicitAuthFlows: readonly string[]
  readonly idTokenValiditySec: number
  readonly accessTokenValiditySec: number
  readonly refreshTokenValiditySec: number
  readonly preventUserExistenceErrors: boolean
}

export interface UserPoolGroup {
  readonly name: string
  readonly description: string | null
  readonly roleArn: string | null
  readonly precedence: number | null
}

export interface ResourceServer {
  readonly identifier: string
  readonly name: string
  readonly scopes: readonly { readonly name: string; readonly description: string }[]
}

export interface PoolUser {
  readonly username: string
  readonly sub: string
  readonly enabled: boolean
  readonly status: 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED'
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly groups: readonly string[]
  /** `scrypt$N$r$p$salt$hash`, base64; null while no password is set. */
  readonly passwordHash: string | null
}

export interface Stage {
  readonly name: string
  readonly variables: ReadonlyMap<string, string>
}

export interface Api {
  /** 10 lower-case letters and digits. */
  readonly id: string
  readonly name: string
  readonly account: string
  readonly region: string
  readonly protocol: 'REST' | 'HTTP'
  readonly endpointType: 'REGIONAL' | 'EDGE'
  readonly stages: readonly Stage[]
  /** OpenAPI document as JSON text, without `x-amazon-apigateway-policy`. */
  readonly definition: string
  /** Text of the resource policy as saved; null when none is attached. */
  readonly policy: string | null
  /** Derived from `definition` by one function, never edited alone. */
  readonly derived: DerivedApi
}

/** A saved request with the expected decision; a row of `tests:`. */
export interface SavedTest {
  readonly name: string
  readonly description: string | null
  readonly api: string
  readonly stage: string
  /** Sent first, in order, by the same caller, to fill caches; their answers are not judged. */
  readonly before: readonly TestRequest[]
  readonly request: TestRequest
  readonly caller: TestCaller
  readonly expect: {
    readonly status: number
    readonly outcome: 'allow' | 'deny' | 'error'
    readonly reasonCode: string | null
    /** Sid of the deciding statement, when one decided. */
    readonly statement: string | null
    readonly errorType: string | null
    /** A substring of the body. */
    readonly body: string | null
  }
}

export interface TestRequest {
  readonly method: string
  /** Path below the stage, raw as sent, with query string if any. */
  readonly path: string
  /** A value may hold `${hmac}`, which stands for the HMAC that `hmac` describes. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | null
  readonly sourceIp: string
  readonly hmac: TestHmac | null
}

/** HMAC-SHA256 over `over`, keyed by an environment value of a function, so that no saved test holds a secret. */
export interface TestHmac {
  /** `account/region/name` */
  readonly function: string
  readonly environment: string
  readonly over: string
  readonly encoding: 'hex' | 'base64url'
}

export type TestCaller =
  | { readonly type: 'anonymous' }
  | { readonly type: 'iam'; readonly arn: string; readonly breakage?: 'flipByte' | 'clockMinus6Min' | 'signOtherPath' }
  | {
      readonly type: 'poolUser'
      readonly pool: string
      readonly username: string
      readonly client: string
      readonly tokenUse: 'id' | 'access'
      /** Scopes of the access token; the sign-in scope alone when left out. */
      readonly scopes?: readonly string[]
    }
  /** The request's own headers are the credentials. */
  | { readonly type: 'raw' }
