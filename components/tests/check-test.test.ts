import { describe, expect, it } from 'vitest'
import type { EvaluateResult } from '@/lib/domain/console-api'
import type { SavedTest } from '@/lib/domain/world'
import { checkTest, notEvaluable, testInput } from './check-test'

const TEST: SavedTest = {
  name: '03a',
  description: null,
  api: 'fhorders01',
  stage: 'prod',
  before: [],
  request: { method: 'GET', path: '/orders/1?x=1', headers: [], body: null, sourceIp: '203.0.113.9', hmac: null },
  caller: { type: 'iam', arn: 'arn:aws:iam::111122223333:user/alice' },
  expect: {
    status: 403,
    outcome: 'deny',
    reasonCode: 'EXPLICIT_DENY',
    statement: 'BlockBadNetwork',
    errorType: 'AccessDeniedException',
    body: 'with an explicit deny',
  },
}

function result(patch: Partial<EvaluateResult['decision']>): EvaluateResult {
  return {
    revision: 1,
    response: { status: 403, headers: [['x-amzn-ErrorType', 'AccessDeniedException']], body: '{"Message":"… with an explicit deny"}' },
    decision: {
      revision: 1,
      outcome: 'deny',
      status: 403,
      reasonCode: 'EXPLICIT_DENY',
      sentence: '',
      sentenceParts: [],
      fidelity: 'recorded',
      decidedBy: { stage: 'authorize', sid: 'BlockBadNetwork' },
      missingFacts: [],
      stages: [],
      ...patch,
    },
  }
}

const failed = (outcome: EvaluateResult) =>
  checkTest(TEST, outcome)
    .filter((check) => !check.passed)
    .map((check) => check.name)

describe('a saved test', () => {
  it('passes when everything that it names is as expected', () => {
    expect(failed(result({}))).toEqual([])
    expect(checkTest(TEST, result({}))).toHaveLength(6)
  })

  it('names what is otherwise', () => {
    expect(failed(result({ reasonCode: 'NO_ALLOW', decidedBy: { stage: 'authorize' } }))).toEqual(['reason', 'statement'])
  })

  it('asks for the path without its query', () => {
    expect(testInput(TEST).request).toMatchObject({ path: '/orders/1', rawQuery: 'x=1' })
  })

  it('says why it needs real requests', () => {
    expect(notEvaluable(TEST)).toBeNull()
    expect(notEvaluable({ ...TEST, caller: { type: 'iam', arn: 'a', breakage: 'flipByte' } })).toContain('signature')
    expect(notEvaluable({ ...TEST, before: [TEST.request] })).toContain('cache')
  })
})
