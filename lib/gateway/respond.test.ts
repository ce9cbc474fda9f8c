import { describe, expect, it } from 'vitest'
import { REASONS } from './reasons'
import { createTestGateway, evaluate, headerOf, send, textOfBody } from './testing/harness'
import { HTTP_API, makeApi, makeWorld, mock, PLATFORM, proxy, route } from './testing/world'

const open = (routes: Parameters<typeof makeApi>[0] extends infer _ ? ReturnType<typeof route>[] : never) =>
  createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: null, derived: { routes, authorizers: [] } })] }) })

describe('the headers of every answer', () => {
  it('a REST API names request, error type and extended id; an answer that is no error has no error type', async () => {
    const test = createTestGateway()
    const denied = await send(test, { path: '/status' })
    expect(denied.headers.map(([name]) => name).filter((name) => /^(?:x-am|content-type$)/i.test(name))).toEqual([
      'Content-Type',
      'x-amzn-RequestId',
      'x-amzn-ErrorType',
      'x-amz-apigw-id',
    ])
    expect(headerOf(denied, 'x-amz-apigw-id')).toMatch(/^[A-Za-z0-9+/]{15}=$/)
    expect(headerOf(await send(test, { path: '/catalog' }), 'x-amzn-ErrorType')).toBeUndefined()
  })

  it('an HTTP API has apigw-requestid alone', async () => {
    const response = await send(createTestGateway(), { api: HTTP_API, stage: '$default', path: '/nothing' })
    expect(headerOf(response, 'apigw-requestid')).toMatch(/=$/)
    for (const name of ['x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amz-apigw-id']) expect(headerOf(response, name)).toBeUndefined()
  })

  it('the address of the tree is given on loopback to those who ask, and to nobody else', async () => {
    const test = createTestGateway()
    const ask = [['X-Gatehouse-Explain', '1']] as const
    const told = await send(test, { path: '/catalog', headers: ask, sourceIp: '127.0.0.1' })
    expect(headerOf(told, 'x-gatehouse-decision')).toBe(`http://localhost:3000/requests/${test.records[0]?.requestId}`)
    expect(headerOf(await send(test, { path: '/catalog', headers: ask }), 'x-gatehouse-decision')).toBeUndefined()
    expect(headerOf(await send(test, { path: '/catalog', sourceIp: '::1' }), 'x-gatehouse-decision')).toBeUndefined()
  })
})

describe('MOCK integrations', () => {
  it('answer the response that the status selects', async () => {
    const both = {
      type: 'MOCK' as const,
      requestStatus: 404,
      responses: [
        { selectionPattern: null, status: 200, headers: [], contentType: 'application/json', body: 'default' },
        { selectionPattern: '4\\d{2}', status: 410, headers: [['X-Why', 'gone'] as const], contentType: 'text/plain', body: 'gone' },
      ],
    }
    const response = await send(open([route('GET', '/x', { type: 'NONE' }, both)]), { path: '/x' })
    expect({ status: response.status, body: textOfBody(response) }).toEqual({ status: 410, body: 'gone' })
    expect(headerOf(response, 'content-type')).toBe('text/plain')
    expect(headerOf(response, 'x-why')).toBe('gone')
  })

  it('without a response for the status answer 500', async () => {
    const none = { type: 'MOCK' as const, requestStatus: 200, responses: [] }
    expect((await send(open([route('GET', '/x', { type: 'NONE' }, none)]), { path: '/x' })).status).toBe(500)
  })
})

describe('an evaluation', () => {
  const request = {
    api: 'fhorders01',
    stage: 'prod',
    method: 'GET',
    path: '/catalog/1',
    rawQuery: '',
    headers: [],
    body: '',
    sourceIp: '192.0.2.7',
  }

  it('stops before the integration and says so', async () => {
    const test = createTestGateway()
    const { response, decision } = await test.gateway.evaluate(request, { type: 'anonymous' }, { send: false })
    expect(test.sent).toEqual([])
    expect([response.status, decision.outcome]).toEqual([200, 'allow'])
    expect(decision.stages.at(-1)).toMatchObject({ name: 'integrate', outcome: 'skip', why: 'an evaluation stops before the integration' })
  })

  it('leaves no record', async () => {
    const test = createTestGateway()
    await evaluate(test, { path: '/catalog' })
    expect(test.records).toEqual([])
  })

  it('decides on the time it is given', async () => {
    const test = createTestGateway()
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          Condition: { DateLessThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' } },
        },
      ],
    })
    test.snapshot = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy })] }) }).snapshot
    const at = (atMs: number) => test.gateway.evaluate({ ...request, atMs }, { type: 'anonymous' }, { send: false })
    expect((await at(Date.UTC(2026, 10, 30))).decision.outcome).toBe('allow')
    expect((await at(Date.UTC(2026, 11, 2))).decision.outcome).toBe('deny')
  })

  it.each([
    { mfaAgeSec: 100, code: 'ALLOWED_BY_IDENTITY_POLICY' },
    { mfaAgeSec: 1000, code: 'NO_ALLOW' },
    { mfaAgeSec: undefined, code: 'NO_ALLOW' },
  ])('a role session with MFA age $mfaAgeSec ends in $code', async ({ mfaAgeSec, code }) => {
    const arn = `arn:aws:iam::${PLATFORM}:role/desk/support-desk`
    const call = { ...request, method: 'POST', path: '/orders/1/refund' }
    const { decision } = await createTestGateway().gateway.evaluate(
      call,
      { type: 'iam', arn, session: { name: 's', mfaAgeSec } },
      { send: false },
    )
    expect(decision.reasonCode).toBe(code)
  })

  it('a draft is decided on its own snapshot', async () => {
    const test = createTestGateway()
    const draft = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: null })] }) }).snapshot
    const call = { ...request, path: '/status' }
    expect((await test.gateway.evaluate(call, { type: 'anonymous' }, { send: false })).decision.outcome).toBe('deny')
    expect((await test.gateway.evaluate(call, { type: 'anonymous' }, { send: false, snapshot: draft })).decision.outcome).toBe('allow')
  })
})

describe('records', () => {
  it('keep neither body nor credentials', async () => {
    const test = createTestGateway()
    const headers = [
      ['Cookie', 'sid=hush'],
      ['X-Secret', 'hush'],
    ] as const
    await send(test, {
      method: 'POST',
      path: '/orders/1/refund',
      caller: { type: 'iam', arn: `arn:aws:iam::${PLATFORM}:user/carol` },
      headers,
      body: 'hush',
    })
    const text = JSON.stringify({ record: test.records[0], tree: test.records[0]?.decision() })
    expect(text).not.toContain('hush')
    expect(text).not.toContain('Signature=')
    expect(test.records[0]?.caller).toBe(`arn:aws:iam::${PLATFORM}:user/carol`)
  })

  it('tell the tree on the snapshot that decided, whatever is enforced meanwhile', async () => {
    const test = createTestGateway()
    await send(test, { path: '/status' })
    test.snapshot = createTestGateway({ world: makeWorld({ revision: 8, apis: [] }) }).snapshot
    expect(test.records[0]?.decision()).toMatchObject({ revision: 7, reasonCode: 'NO_ALLOW_IN_RESOURCE_POLICY' })
  })
})

describe('fail closed', () => {
  it('a resource policy that does not compile refuses every route of its API', async () => {
    const test = createTestGateway({ world: makeWorld({ apis: [makeApi({ policy: '{"Statement":' })] }) })
    for (const path of ['/catalog', '/me', '/orders/1']) {
      const response = await send(test, {
        path,
        caller: path === '/orders/1' ? { type: 'iam', arn: `arn:aws:iam::${PLATFORM}:user/alice` } : undefined,
      })
      expect(response.status).toBeGreaterThanOrEqual(401)
    }
    expect(test.records[0]).toMatchObject({ reasonCode: 'POLICY_NOT_COMPILED', status: 500 })
    expect(test.records[0]?.decision().sentence).toMatch(/^Refused: orders \(.*\) cannot be enforced as it is written/)
  })

  it('a stage that throws is a refusal', async () => {
    const test = createTestGateway({
      world: makeWorld({
        apis: [
          makeApi({ policy: null, derived: { routes: [route('GET', '/x', { type: 'NONE' }, proxy('http://h.test/'))], authorizers: [] } }),
        ],
      }),
      upstream: () => {
        throw new Error('hush')
      },
    })
    const response = await send(test, { path: '/x' })
    expect([response.status, textOfBody(response)]).toEqual([500, '{"message": "Internal server error"}'])
    expect(test.records[0]?.reasonCode).toBe('INTERNAL_ERROR')
  })

  it('every code that refuses has a wire answer', () => {
    for (const [code, { outcome, wire }] of Object.entries(REASONS)) expect([code, wire === null]).toEqual([code, outcome === 'allow'])
  })

  it('an open MOCK route is answered without waiting for anything', async () => {
    const test = open([route('GET', '/x', { type: 'NONE' }, mock())])
    expect((await send(test, { path: '/x' })).status).toBe(200)
    expect(test.records[0]?.reasonCode).toBe('ALLOWED_OPEN')
  })
})
