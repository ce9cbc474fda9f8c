import { randomUUID } from 'node:crypto'
import type { Decision } from '../../domain/decision'
import type { RequestRecord } from '../../gateway/ports'

export function sampleDecision(patch: Partial<Decision> = {}): Decision {
  return {
    revision: 1,
    outcome: 'allow',
    status: 200,
    reasonCode: 'open',
    sentence: 'Allowed.',
    sentenceParts: [{ text: 'Allowed.' }],
    fidelity: 'documented',
    decidedBy: { stage: 'authorize' },
    missingFacts: [],
    stages: [],
    ...patch,
  }
}

/** A finished request as the gateway hands it to the log. */
export function sampleRecord(patch: Partial<RequestRecord> = {}): RequestRecord {
  const requestId = patch.requestId ?? randomUUID()
  return {
    requestId,
    atMs: 1_800_000_000_000,
    apiId: 'sampleapi1',
    stage: 'prod',
    method: 'GET',
    path: '/orders',
    routeKey: 'GET /orders',
    sourceIp: '192.0.2.7',
    caller: 'anonymous',
    status: 200,
    outcome: 'allow',
    reasonCode: 'open',
    durationUs: 120,
    decision: () => sampleDecision({ requestId }),
    ...patch,
  }
}
