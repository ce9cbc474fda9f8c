import { beforeEach, describe, expect, it } from 'vitest'
import { createTestGateway, evaluate, headerOf, send, type TestGateway, textOfBody } from './testing/harness'
import { HANDLERS, SCENARIOS } from './testing/scenarios'

describe('each scenario ends the same in the gateway, in the tree made later, and in an evaluation', () => {
  let test: TestGateway
  beforeEach(() => {
    test = createTestGateway({ handlers: HANDLERS })
  })

  it.each(SCENARIOS)('$source: $name', async ({ call, status, code, sid, body, errorType, sentence }) => {
    const response = await send(test, call)
    const decision = test.records[0]!.decision()
    expect({ status: response.status, code: decision.reasonCode }).toEqual({ status, code })
    if (body !== undefined) expect(textOfBody(response)).toBe(body)
    if (errorType !== undefined) expect(headerOf(response, 'x-amzn-ErrorType')).toBe(errorType)
    if (sid !== undefined) expect(decision.decidedBy.sid).toBe(sid)
    if (sentence !== undefined) expect(decision.sentence).toBe(sentence)
    expect(decision.sentence).toMatch(/^(Allowed|Denied|Refused)\b.*\.$/)

    const evaluated = await evaluate(createTestGateway({ handlers: HANDLERS }), call)
    const summary = ({ outcome, status, reasonCode, sentence, decidedBy }: typeof decision) => ({
      outcome,
      status,
      reasonCode,
      sentence,
      decidedBy,
    })
    expect(summary(evaluated.decision)).toEqual(summary(decision))
    expect(evaluated.response.status).toBe(response.status)
    if (decision.outcome !== 'allow') expect(textOfBody(evaluated.response)).toBe(textOfBody(response))
    expect(evaluated.decision.stages.map(({ name, outcome }) => [name, outcome])).toEqual(
      decision.stages.map(({ name, outcome }) => [name, outcome]),
    )
  })
})
