/** One QuickJS instance with its own capped memory, holding one loaded function. */
import variant from '@jitl/quickjs-ng-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core'
import { createHostCalls } from '../guest/host-calls'
import { GUEST_MODULES, PRELUDE } from '../guest/prelude'
import type { WorkerSetup } from '../messages'
import type { ScriptLog } from '../script-runner'

const WASM_PAGE_BYTES = 65536
const MIB = 1024 * 1024
/** Larger stacks let deep guest recursion overflow the host's own. */
const STACK_BYTES = 128 * 1024

export interface Guest {
  readonly context: QuickJSContext
  readonly runtime: QuickJSRuntime
  readonly logs: ScriptLog[]
  /** The object that the prelude returned: start, poll, nextTimerAt, runTimers. */
  readonly control: QuickJSHandle
  /** The interpreter stops with an uncatchable error once this time has passed. */
  setDeadline(atMs: number): void
}

/** Starts an interpreter and runs the prelude in it. Rejects when the memory is too small even for that. */
export async function createGuest(setup: WorkerSetup): Promise<Guest> {
  const initial = 16 * (MIB / WASM_PAGE_BYTES)
  const maximum = Math.max(initial, setup.memoryMb * (MIB / WASM_PAGE_BYTES))
  const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: new WebAssembly.Memory({ initial, maximum }) }))
  const runtime = module.newRuntime()
  runtime.setMaxStackSize(STACK_BYTES)
  let deadline = Number.POSITIVE_INFINITY
  runtime.setInterruptHandler(() => Date.now() > deadline)
  runtime.setModuleLoader((name) => GUEST_MODULES.get(name) ?? { error: new Error(`Cannot find module '${name}'`) })
  const context = runtime.newContext()
  const logs: ScriptLog[] = []
  installHostCalls(context, setup, logs)
  const control = context.unwrapResult(context.evalCode(PRELUDE, 'prelude.js', { type: 'global' }))
  return { context, runtime, logs, control, setDeadline: (atMs) => (deadline = atMs) }
}

function installHostCalls(context: QuickJSContext, setup: WorkerSetup, logs: ScriptLog[]): void {
  const calls = createHostCalls(setup, logs)
  const handle = context.newFunction('__call', (name, argumentsJson) => {
    const answer = answerCall(calls.get(context.getString(name)), context.getString(argumentsJson))
    return context.newString(JSON.stringify(answer))
  })
  context.setProp(context.global, '__call', handle)
  handle.dispose()
}

function answerCall(call: ((argumentsJson: string) => unknown) | undefined, argumentsJson: string): Record<string, unknown> {
  if (!call) return { ok: false, type: 'TypeError', message: 'No such host function' }
  try {
    return { ok: true, value: call(argumentsJson) }
  } catch (error) {
    const known = error instanceof Error ? error : new Error('Host call failed')
    return { ok: false, type: known instanceof TypeError ? 'TypeError' : 'Error', message: known.message }
  }
}
