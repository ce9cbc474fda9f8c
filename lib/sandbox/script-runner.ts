/** The port through which authorizer scripts run. Two adapters must yield the same kinds. */
import type { LambdaFunction } from '../domain/world'

export type ScriptFailureKind =
  /** The handler threw or rejected: `errorMessage` is its message. */
  | 'error'
  | 'timeout'
  | 'memory'
  /** The code does not parse, or exports no such handler. */
  | 'syntax'
  /** The result is no JSON value, or over 8 KiB. */
  | 'badResult'
  /** The function's queue is full. */
  | 'overloaded'

export interface ScriptLog {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  readonly message: string
}

export type ScriptResult =
  | { readonly ok: true; readonly value: unknown; readonly durationMs: number; readonly logs: readonly ScriptLog[] }
  | {
      readonly ok: false
      readonly kind: ScriptFailureKind
      readonly errorType: string
      readonly errorMessage: string
      readonly durationMs: number
      readonly logs: readonly ScriptLog[]
    }

/** Deep-checked JSON goes in and comes out; no object identity crosses. Never rejects. */
export interface ScriptRunner {
  invoke(fn: LambdaFunction, event: unknown): Promise<ScriptResult>
  /** Syntax check for saving: null when the code compiles and exports its handler. */
  check(fn: LambdaFunction): Promise<{ readonly message: string; readonly line: number; readonly column: number } | null>
  close(): Promise<void>
}
