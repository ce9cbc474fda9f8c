/** Who the playground pretends calls; injected as facts after the authenticate stage. */
export type EvaluateCaller =
  | { readonly type: 'anonymous' }
  | {
      readonly type: 'iam'
      readonly arn: string
      readonly session?: { readonly name: string; readonly mfaAgeSec?: number; readonly tags?: Readonly<Record<string, string>> }
    }
  | {
      readonly type: 'poolUser'
      readonly pool: string
      readonly username: string
      readonly client: string
      readonly tokenUse: 'id' | 'access'
      readonly scopes?: readonly string[]
      readonly groups?: readonly string[]
    }
  /** Take the credentials from the request's own headers and query, as the gateway does. */
  | { readonly type: 'raw' }

export interface EvaluateRequest {
  readonly api: string
  readonly stage: string
  readonly method: string
  readonly path: string
  readonly rawQuery: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly sourceIp: string
  /** Epoch milliseconds that the request claims to happen at; default now. */
  readonly atMs?: number
}
