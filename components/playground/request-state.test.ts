import { describe, expect, it } from 'vitest'
import { EMPTY_REQUEST, evaluateInput, type PlaygroundRequest, readRequest, writeRequest } from './request-state'

const BASE: PlaygroundRequest = { ...EMPTY_REQUEST, api: 'fhorders01', stage: 'prod', method: 'POST', path: '/orders/1/refund?x=1&y=%20' }

const REQUESTS: readonly PlaygroundRequest[] = [
  BASE,
  { ...BASE, sourceIp: '2001:db8::1', at: '2026-11-22T14:32:07.000Z', headers: [['X-A', 'b: c']], body: '{"a":1}', mode: 'draft' },
  {
    ...BASE,
    caller: {
      type: 'iam',
      arn: 'arn:aws:iam::111122223333:role/support-desk',
      session: { name: 'rosa', mfaAgeSec: 0, tags: { team: 'a=b' } },
    },
  },
  {
    ...BASE,
    caller: {
      type: 'poolUser',
      pool: 'us-east-1_Fern',
      username: 'ada',
      client: 'web',
      tokenUse: 'access',
      scopes: ['shop/read', 'shop/write'],
    },
  },
  { ...BASE, caller: { type: 'raw' } },
]

describe('the request in the address', () => {
  it.each(REQUESTS)('comes back as it was ($caller.type)', (request) => {
    expect(readRequest(new URLSearchParams(writeRequest(request).toString()))).toEqual(request)
  })

  it('never holds a credential', () => {
    const query = writeRequest({
      ...BASE,
      headers: [
        ['Authorization', 'Bearer secret'],
        ['cookie', 'a=b'],
        ['X-Open', '1'],
      ],
    })
    expect(query.toString()).not.toMatch(/secret|cookie/)
    expect(query.getAll('h')).toEqual(['X-Open: 1'])
  })
})

describe('the question to the gateway', () => {
  it('parts path and query, and lays the draft policy over what is saved', () => {
    const input = evaluateInput({ ...BASE, mode: 'draft' }, '{"Statement":[]}')
    expect(input?.request).toMatchObject({ path: '/orders/1/refund', rawQuery: 'x=1&y=%20' })
    expect(input?.against).toEqual({ draft: { gatehouse: 1, apis: [{ id: 'fhorders01', policy: '{"Statement":[]}' }] } })
  })

  it('is not asked before an API is chosen', () => {
    expect(evaluateInput(EMPTY_REQUEST, null)).toBeNull()
  })
})
