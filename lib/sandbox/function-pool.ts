/** The workers of one version of one function: one invocation at a time each, two at most, a bounded queue. */
import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerRequest, WorkerSetup } from './messages'

const WORKERS_MAX = 2
const QUEUE_MAX = 100
/** On top of twice the function's limit: time for the interpreter itself to start. */
const WATCHDOG_SLACK_MS = 1000

type PoolReply = Omit<WorkerReply, 'id' | 'spent'>

interface Job {
  readonly eventJson: string | null
  readonly resolve: (reply: PoolReply) => void
}

interface Member {
  readonly worker: Worker
  job: Job | null
  watchdog: NodeJS.Timeout | null
}

export class FunctionPool {
  readonly #setup: WorkerSetup
  readonly #workerUrl: URL
  readonly #members = new Set<Member>()
  readonly #queue: Job[] = []
  #nextId = 1
  #closed = false
  lastUsedMs = 0

  constructor(setup: WorkerSetup, workerUrl: URL) {
    this.#setup = setup
    this.#workerUrl = workerUrl
  }

  get busy(): boolean {
    return this.#queue.length > 0 || [...this.#members].some((member) => member.job !== null)
  }

  /** Resolves with the outcome of one invocation; a full queue is answered at once. */
  run(eventJson: string | null): Promise<PoolReply> {
    if (this.#closed || this.#queue.length >= QUEUE_MAX) return Promise.resolve(overloaded())
    return new Promise((resolve) => {
      this.#queue.push({ eventJson, resolve })
      this.#pump()
    })
  }

  /** Stops every worker; what still waits is answered as overloaded. */
  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#queue.splice(0)) job.resolve(overloaded())
    await Promise.all([...this.#members].map((member) => this.#retire(member, overloaded())))
  }

  #pump(): void {
    while (this.#queue.length > 0) {
      const member = [...this.#members].find((candidate) => candidate.job === null) ?? this.#hire()
      if (!member) return
      this.#assign(member, this.#queue.shift()!)
    }
  }

  #hire(): Member | null {
    if (this.#members.size >= WORKERS_MAX || this.#closed) return null
    const worker = new Worker(this.#workerUrl, {
      workerData: this.#setup,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { stackSizeMb: 4 },
    })
    const member: Member = { worker, job: null, watchdog: null }
    worker.on('message', (reply: WorkerReply) => this.#finish(member, reply))
    worker.on('error', () => this.#retire(member, crashed()))
    worker.on('exit', () => this.#retire(member, crashed()))
    worker.unref()
    this.#members.add(member)
    return member
  }

  #assign(member: Member, job: Job): void {
    member.job = job
    member.watchdog = setTimeout(() => this.#retire(member, timedOut()), this.#setup.timeoutMs * 2 + WATCHDOG_SLACK_MS)
    const request: WorkerRequest = { id: this.#nextId++, requestId: randomUUID(), eventJson: job.eventJson }
    member.worker.postMessage(request)
  }

  #finish(member: Member, reply: WorkerReply): void {
    const job = release(member)
    if (reply.spent) this.#retire(member, reply)
    job?.resolve({ outcome: reply.outcome, logs: reply.logs })
    this.#pump()
  }

  async #retire(member: Member, reply: PoolReply): Promise<void> {
    if (!this.#members.delete(member)) return
    release(member)?.resolve(reply)
    await member.worker.terminate()
    this.#pump()
  }
}

function release(member: Member): Job | null {
  if (member.watchdog) clearTimeout(member.watchdog)
  member.watchdog = null
  const job = member.job
  member.job = null
  return job
}

const failure = (kind: 'overloaded' | 'timeout' | 'error', errorType: string, errorMessage: string): PoolReply => ({
  outcome: { ok: false, kind, errorType, errorMessage, line: 1, column: 1 },
  logs: [],
})
const overloaded = () => failure('overloaded', 'TooManyRequestsException', 'Rate Exceeded.')
const timedOut = () => failure('timeout', 'Sandbox.Timedout', 'Task timed out')
const crashed = () => failure('error', 'Runtime.ExitError', 'The interpreter stopped')
