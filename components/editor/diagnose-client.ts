/** The page's one diagnosis worker. */
import type { ApiFacts, Finding, PolicyKind } from '@/lib/policy'
import type { DiagnoseAnswer, DiagnoseJob } from './diagnose.worker'

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, (findings: readonly Finding[]) => void>()

/** Resolves to every finding of the text, in the order of the text. */
export function diagnoseInWorker(text: string, kind: PolicyKind, api?: ApiFacts): Promise<readonly Finding[]> {
  worker ??= startWorker()
  lastId += 1
  const job: DiagnoseJob = { id: lastId, text, kind, api }
  return new Promise((resolve) => {
    waiting.set(job.id, resolve)
    worker?.postMessage(job)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./diagnose.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<DiagnoseAnswer>) => {
    waiting.get(data.id)?.(data.findings)
    waiting.delete(data.id)
  }
  return started
}
