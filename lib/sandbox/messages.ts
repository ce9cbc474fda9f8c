/** What the main thread and a sandbox worker say to each other. Only JSON text crosses the guest's border. */
import type { ScriptFailureKind, ScriptLog } from './script-runner'

/** Given once as workerData: a worker serves one version of one function. */
export interface WorkerSetup {
  readonly name: string
  readonly arn: string
  readonly handler: string
  readonly code: string
  readonly environment: readonly (readonly [string, string])[]
  readonly tables: readonly (readonly [string, readonly (readonly [string, string])[]])[]
  readonly timeoutMs: number
  readonly memoryMb: number
}

export interface WorkerRequest {
  readonly id: number
  readonly requestId: string
  /** Null only loads the code: the syntax check of a save. */
  readonly eventJson: string | null
}

export interface WorkerFailure {
  readonly kind: ScriptFailureKind
  readonly errorType: string
  readonly errorMessage: string
  readonly line: number
  readonly column: number
}

export interface WorkerReply {
  readonly id: number
  readonly logs: readonly ScriptLog[]
  readonly outcome: { readonly ok: true; readonly json: string } | ({ readonly ok: false } & WorkerFailure)
  /** True when the guest must not be used again, e.g. after a time-out. */
  readonly spent: boolean
}

/** Longest result that a script may give, in bytes of JSON. Source: API Gateway limits, authorizer result size. */
export const RESULT_BYTES_MAX = 8192
