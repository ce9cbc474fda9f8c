import { describe, expect, it } from 'vitest'
import { compileSnapshot } from '../compile-snapshot'
import { type Call, createTestGateway, evaluate, send, textOfBody } from '../testing/harness'
import { HANDLERS } from '../testing/scenarios'
import { DOMAIN, makeWorld, PUBLIC_URL } from '../testing/world'

describe('the authorizer cache', () => {
  const bearer = [['Authorization', 'Bearer seven']] as const

  it('a cached policy is evaluated against each method ARN (demo 14)', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    expect((await send(test, { path: '/narrow/7', headers: bearer })).status).toBe(200)
    const second = await send(test, { path: '/loyalty/7/history', headers: bearer })
    expect(second.status).toBe(403)
    expect(textOfBody(second)).toBe('{"Message":"User is not authorized to access this resource"}')
    expect(test.invoked).toEqual(['narrow'])
    const predicted = await evaluate(test, { path: '/loyalty/7/history', headers: bearer })
    expect(predicted.decision.reasonCode).toBe('NO_ALLOW_FROM_AUTHORIZER')
    expect(test.invoked).toEqual(['narrow'])
  })

  it('an evaluation of what is enforced sees the entry that the gateway still answers from after the function changed', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    await send(test, { path: '/narrow/7', headers: bearer })
    const world = makeWorld()
    const functions = world.functions.map((fn) => ({ ...fn, code: `${fn.code} // changed` }))
    test.snapshot = compileSnapshot({ ...world, functions }, { publicUrl: PUBLIC_URL, gatewayDomain: DOMAIN }, test.snapshot)
    await evaluate(test, { path: '/narrow/7', headers: bearer })
    await send(test, { path: '/narrow/7', headers: bearer })
    expect(test.invoked).toEqual(['narrow'])
  })

  it('an evaluation leaves no entry behind', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    await evaluate(test, { path: '/narrow/7', headers: bearer })
    await send(test, { path: '/narrow/7', headers: bearer })
    expect(test.invoked).toEqual(['narrow', 'narrow'])
  })

  it('an entry ends with its time to live', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    await send(test, { path: '/narrow/7', headers: bearer })
    test.clock.nowMs += 300_000
    await send(test, { path: '/narrow/7', headers: bearer })
    expect(test.invoked).toEqual(['narrow', 'narrow'])
  })

  it('requests at the same time share one call', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    await Promise.all([1, 2, 3].map(() => send(test, { path: '/narrow/7', headers: bearer })))
    expect(test.invoked).toEqual(['narrow'])
  })

  it('TTL 0 asks the function each time', async () => {
    const test = createTestGateway({ handlers: HANDLERS })
    const call: Call = { method: 'POST', path: '/webhooks/acme', headers: [['X-Signature', 'x']] }
    await Promise.all([send(test, call), send(test, call)])
    expect(test.invoked).toEqual(['webhook', 'webhook'])
  })
})
