import { createHash } from 'node:crypto'
import type { LambdaFunction } from '../domain/world'
import { FunctionPool } from './function-pool'
import type { WorkerSetup } from './messages'
import type { ScriptResult, ScriptRunner } from './script-runner'

export interface ScriptRunnerOptions {
  /** The bundled worker/main.ts. */
  readonly workerUrl: URL
  /** Pools of functions kept alive; the least recently used idle one goes first. */
  readonly poolsMax?: number
}

interface Entry {
  readonly pool: FunctionPool
  readonly version: string
}

/** Returns the QuickJS runner: state lives between invocations as on Lambda, until the function changes. */
export function createScriptRunner(options: ScriptRunnerOptions): ScriptRunner {
  const entries = new Map<string, Entry>()
  const versions = new WeakMap<LambdaFunction, string>()

  function poolOf(fn: LambdaFunction): FunctionPool {
    const version = versions.get(fn) ?? versionOf(fn)
    versions.set(fn, version)
    const key = arnOf(fn)
    const known = entries.get(key)
    if (known?.version === version) return touch(known.pool)
    if (known) closeWhenIdle(known.pool)
    const entry = { pool: new FunctionPool(setupOf(fn), options.workerUrl), version }
    entries.delete(key)
    evict(entries, (options.poolsMax ?? 32) - 1)
    entries.set(key, entry)
    return touch(entry.pool)
  }

  return {
    async invoke(fn, event) {
      const startedAt = performance.now()
      const json = toJson(event)
      const { outcome, logs } = await poolOf(fn).run(json)
      const durationMs = performance.now() - startedAt
      if (!outcome.ok) {
        const { kind, errorType, errorMessage } = outcome
        return { ok: false, kind, errorType, errorMessage, durationMs, logs }
      }
      return { ok: true, value: JSON.parse(outcome.json) as unknown, durationMs, logs } satisfies ScriptResult
    },
    async check(fn) {
      const pool = new FunctionPool(setupOf(fn), options.workerUrl)
      const { outcome } = await pool.run(null)
      await pool.close()
      return outcome.ok ? null : { message: outcome.errorMessage, line: outcome.line, column: outcome.column }
    },
    async close() {
      await Promise.all([...entries.values()].map((entry) => entry.pool.close()))
      entries.clear()
    },
  }
}

function touch(pool: FunctionPool): FunctionPool {
  pool.lastUsedMs = Date.now()
  return pool
}

/** An outdated version finishes what it began, within its own time limits. */
function closeWhenIdle(pool: FunctionPool): void {
  if (!pool.busy) void pool.close()
  else setTimeout(() => closeWhenIdle(pool), 250).unref()
}

function evict(entries: Map<string, Entry>, poolsMax: number): void {
  if (entries.size <= poolsMax) return
  const idle = [...entries].filter(([, entry]) => !entry.pool.busy).sort((a, b) => a[1].pool.lastUsedMs - b[1].pool.lastUsedMs)
  for (const [key, entry] of idle.slice(0, entries.size - poolsMax)) {
    entries.delete(key)
    void entry.pool.close()
  }
}

function arnOf(fn: LambdaFunction): string {
  return `arn:aws:lambda:${fn.region}:${fn.account}:function:${fn.name}`
}

function setupOf(fn: LambdaFunction): WorkerSetup {
  return {
    name: fn.name,
    arn: arnOf(fn),
    handler: fn.handler,
    code: fn.code,
    environment: [...fn.environment],
    tables: [...fn.tables].map(([name, rows]) => [name, [...rows]] as const),
    timeoutMs: fn.timeoutMs,
    memoryMb: fn.memoryMb,
  }
}

function versionOf(fn: LambdaFunction): string {
  return createHash('sha256')
    .update(JSON.stringify(setupOf(fn)))
    .digest('base64')
}

function toJson(event: unknown): string {
  return JSON.stringify(event) ?? 'null'
}
