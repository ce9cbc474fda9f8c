/** Runs the loaded handler once: jobs, timers, result. */
import type { QuickJSHandle } from 'quickjs-emscripten-core'
import { RESULT_BYTES_MAX, type WorkerFailure, type WorkerReply, type WorkerRequest, type WorkerSetup } from '../messages'
import { classify, guestFailure } from './failure'
import type { Guest } from './guest'

type Outcome = WorkerReply['outcome']

/** Resolves with the outcome; a handler that leaves nothing to wait for gives null, as Lambda does. */
export async function invokeHandler(guest: Guest, handler: QuickJSHandle, setup: WorkerSetup, request: WorkerRequest): Promise<Outcome> {
  const deadline = Date.now() + setup.timeoutMs
  guest.setDeadline(deadline)
  const started = start(guest, handler, setup, request, deadline)
  if (started) return failed(started)
  for (;;) {
    const jobs = guest.runtime.executePendingJobs()
    if (jobs.error) return failed(guestFailure(guest.context, jobs.error))
    const done = callControl(guest, 'poll')
    if (typeof done !== 'string') return failed(done.failure)
    if (done !== '') return readOutcome(done)
    if (Date.now() > deadline) return timedOut()
    const next = callControl(guest, 'nextTimerAt')
    if (typeof next !== 'string') return failed(next.failure)
    if (Number(next) < 0) return { ok: true, json: 'null' }
    await sleepUntil(Math.min(Number(next), deadline + 1))
    const ran = callControl(guest, 'runTimers')
    if (typeof ran !== 'string') return failed(ran.failure)
  }
}

function start(guest: Guest, handler: QuickJSHandle, setup: WorkerSetup, request: WorkerRequest, deadline: number): WorkerFailure | null {
  const { context } = guest
  const details = {
    functionName: setup.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.arn,
    awsRequestId: request.requestId,
    memoryLimitInMB: String(setup.memoryMb),
    callbackWaitsForEmptyEventLoop: true,
  }
  const method = context.getProp(guest.control, 'start')
  const args = [context.newString(request.eventJson ?? 'null'), context.newString(JSON.stringify(details)), context.newNumber(deadline)]
  const result = context.callFunction(method, guest.control, handler, ...args)
  for (const handle of [method, ...args]) handle.dispose()
  if (result.error) return guestFailure(context, result.error)
  result.value.dispose()
  return null
}

function callControl(guest: Guest, name: string): string | { readonly failure: WorkerFailure } {
  const { context } = guest
  const method = context.getProp(guest.control, name)
  const result = context.callFunction(method, guest.control)
  method.dispose()
  if (result.error) return { failure: guestFailure(context, result.error) }
  const text = context.typeof(result.value) === 'undefined' ? '' : context.getString(result.value)
  result.value.dispose()
  return text
}

function readOutcome(text: string): Outcome {
  const state = JSON.parse(text) as { ok: boolean; json?: string; errorType?: string; errorMessage?: string; stack?: string }
  if (!state.ok) return failed(classify(state.errorType ?? 'Error', state.errorMessage ?? '', state.stack ?? ''))
  const json = state.json ?? 'null'
  if (Buffer.byteLength(json) <= RESULT_BYTES_MAX) return { ok: true, json }
  return failed({
    kind: 'badResult',
    errorType: 'Runtime.ResultTooLarge',
    errorMessage: `The result has more than ${RESULT_BYTES_MAX} bytes`,
    line: 1,
    column: 1,
  })
}

function failed(failure: WorkerFailure): Outcome {
  return { ok: false, ...failure }
}

function timedOut(): Outcome {
  return failed(classify('InternalError', 'interrupted', ''))
}

function sleepUntil(atMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - Date.now())))
}
