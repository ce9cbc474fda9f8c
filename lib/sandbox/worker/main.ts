/**
 * Entry of a sandbox worker thread. The thread is no boundary, QuickJS is: the script runs in a
 * WebAssembly instance whose only way out are the host calls. The thread lets the owner stop what the
 * interrupt handler cannot, a long native call.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { QuickJSHandle } from 'quickjs-emscripten-core'
import type { WorkerFailure, WorkerReply, WorkerRequest, WorkerSetup } from '../messages'
import { hostFailure } from './failure'
import { createGuest, type Guest } from './guest'
import { invokeHandler } from './invoke'
import { loadFunction } from './load-function'

const setup = workerData as WorkerSetup
const port = parentPort
if (!port) throw new Error('The sandbox runs as a worker thread only.')

let loaded: Promise<{ guest: Guest; handler: QuickJSHandle } | { failure: WorkerFailure }> | null = null

port.on('message', (request: WorkerRequest) => {
  answer(request).then((reply) => port.postMessage(reply))
})

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  try {
    loaded ??= load()
    const state = await loaded
    if ('failure' in state) return reply(request, { ok: false, ...state.failure }, [], true)
    const { guest, handler } = state
    const outcome = request.eventJson === null ? { ok: true as const, json: 'null' } : await invokeHandler(guest, handler, setup, request)
    const spent = !outcome.ok && (outcome.kind === 'timeout' || outcome.kind === 'memory')
    return reply(request, outcome, guest.logs.splice(0), spent)
  } catch (error) {
    return reply(request, { ok: false, ...hostFailure(error) }, [], true)
  }
}

async function load(): Promise<{ guest: Guest; handler: QuickJSHandle } | { failure: WorkerFailure }> {
  const guest = await createGuest(setup)
  guest.setDeadline(Date.now() + setup.timeoutMs)
  const result = loadFunction(guest, setup.code, setup.handler)
  return result.ok ? { guest, handler: result.handler } : { failure: result.failure }
}

function reply(request: WorkerRequest, outcome: WorkerReply['outcome'], logs: WorkerReply['logs'], spent: boolean): WorkerReply {
  return { id: request.id, outcome, logs, spent }
}
