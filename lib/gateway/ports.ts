/** What the gateway needs from outside, and what goes in and out of it. */
import type { Decision } from '../domain/decision'
import type { EvaluateCaller, EvaluateRequest } from '../domain/evaluate'
import type { World } from '../domain/world'
import type { ScriptRunner } from '../sandbox/script-runner'
import type { Snapshot } from './snapshot'

/** A request as it came off the wire: nothing decoded, joined or normalised. */
export interface RawRequest {
  readonly method: string
  /** The request target as received, `/gateway/api/stage/path?query`, or absolute form. */
  readonly target: string
  /** Name, value, name, value … as received, cookies of the console already removed. */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
  readonly peer: { readonly address: string; readonly port: number }
  /** True when the client spoke TLS to us or to a trusted proxy. */
  readonly secure: boolean
}

export interface RawResponse {
  readonly status: number
  /** Name, value pairs in wire order, in the case AWS writes them. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array | string
}

export interface UpstreamRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  readonly timeoutMs: number
  readonly responseBytesMax: number
}

export type UpstreamResult =
  | { readonly ok: true; readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array }
  | { readonly ok: false; readonly kind: 'connect' | 'timeout' | 'tooLarge' | 'refusedByPolicy' | 'badUrl'; readonly detail: string }

/** The one guarded way out. Never rejects. */
export interface UpstreamClient {
  send(request: UpstreamRequest): Promise<UpstreamResult>
}

/** What is kept of a finished request; the tree is built from it when somebody reads it. */
export interface RequestRecord {
  readonly requestId: string
  readonly atMs: number
  readonly apiId: string | null
  readonly stage: string | null
  readonly method: string
  readonly path: string
  readonly routeKey: string | null
  readonly sourceIp: string
  /** Principal ARN, pool username, or `anonymous`; never a credential. */
  readonly caller: string
  readonly status: number
  readonly outcome: Decision['outcome']
  readonly reasonCode: string
  readonly durationUs: number
  /** Builds the tree from the facts that were kept, on the snapshot that decided. */
  readonly decision: () => Decision
}

export interface RequestLog {
  /** Must not block and must not throw. */
  append(record: RequestRecord): void
}

export interface GatewayPorts {
  /** The current snapshot: a memory read. */
  readonly snapshot: () => Snapshot
  readonly scripts: ScriptRunner
  readonly upstream: UpstreamClient
  readonly log: RequestLog
  readonly clock: { nowMs(): number; nowUs(): number }
  readonly newRequestId: () => string
}

export interface EvaluateOptions {
  /** Defaults to the enforced snapshot. */
  readonly snapshot?: Snapshot
  /** True sends the request on to the integration; false stops before it. */
  readonly send: boolean
}

export interface Gateway {
  /** Answers one request. Never rejects: a fault of ours is AWS's 500. */
  handle(request: RawRequest): Promise<RawResponse>
  evaluate(
    request: EvaluateRequest,
    caller: EvaluateCaller,
    options: EvaluateOptions,
  ): Promise<{ response: RawResponse; decision: Decision }>
}

/** Compiles a world; parts that did not change since `previous` are taken over as they are. */
export type CompileSnapshot = (world: World, options: { publicUrl: string; gatewayDomain: string }, previous?: Snapshot) => Snapshot
