/** Checks policy texts beside the main thread, with the very engine that the gateway runs. */
import { type ApiFacts, diagnosePolicy, type Finding, type PolicyKind } from '@/lib/policy'

export interface DiagnoseJob {
  readonly id: number
  readonly text: string
  readonly kind: PolicyKind
  readonly api?: ApiFacts
}

export interface DiagnoseAnswer {
  readonly id: number
  readonly findings: readonly Finding[]
}

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<DiagnoseJob>) => void) | null
  postMessage(answer: DiagnoseAnswer): void
}

scope.onmessage = ({ data }) => {
  scope.postMessage({ id: data.id, findings: diagnosePolicy(data.text, data.kind, data.api) })
}
