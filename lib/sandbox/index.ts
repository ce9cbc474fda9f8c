/**
 * @module sandbox
 * Runs authorizer scripts in QuickJS inside worker threads, behind the ScriptRunner port. May import
 * shared and domain. Invariants: only JSON text crosses the border; memory, time and queue are bounded;
 * a script has no file, no network, no process.
 */
export { createScriptRunner, type ScriptRunnerOptions } from './runner'
export type { ScriptFailureKind, ScriptLog, ScriptResult, ScriptRunner } from './script-runner'
