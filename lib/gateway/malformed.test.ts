import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRequest } from './ports'
import { createTestGateway, headerOf, NOW, send, textOfBody, toRawRequest } from './testing/harness'
import { API } from './testing/world'

const BASE = `/gateway/${API}/prod`

interface Case {
  readonly name: string
  readonly patch: Partial<RawRequest>
  readonly status: number
  readonly code: string
}

const CASES: readonly Case[] = [
  { name: 'a dot segment', patch: { target: `${BASE}/catalog/../status` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'an encoded dot segment', patch: { target: `${BASE}/catalog/%2e%2E/status` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'half encoded', patch: { target: `${BASE}/catalog/.%2e` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a single dot', patch: { target: `${BASE}/./catalog` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a dot segment with a parameter', patch: { target: `${BASE}/catalog/..;x/status` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a dot segment behind an encoded slash', patch: { target: `${BASE}/files/a%2f..%2fb` }, status: 400, code: 'MALFORMED_REQUEST' },
  {
    name: 'a dot segment before the API',
    patch: { target: `/gateway/../gateway/${API}/prod/catalog` },
    status: 400,
    code: 'MALFORMED_REQUEST',
  },
  { name: 'an encoded NUL', patch: { target: `${BASE}/catalog/%00` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a raw NUL', patch: { target: `${BASE}/catalog/\0` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a broken escape', patch: { target: `${BASE}/catalog/%zz` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a backslash', patch: { target: `${BASE}\\catalog` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a fragment', patch: { target: `${BASE}/catalog#x` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a space', patch: { target: `${BASE}/cata log` }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'the asterisk form', patch: { target: '*', method: 'OPTIONS' }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'the authority form', patch: { target: 'localhost:3000' }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'an empty target', patch: { target: '' }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a lower-case method', patch: { method: 'get' }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'two Host headers', patch: { rawHeaders: ['Host', 'localhost', 'host', 'other'] }, status: 400, code: 'MALFORMED_REQUEST' },
  {
    name: 'two Authorization headers',
    patch: { rawHeaders: ['Host', 'x', 'Authorization', 'a', 'AUTHORIZATION', 'b'] },
    status: 400,
    code: 'MALFORMED_REQUEST',
  },
  { name: 'a line break in a header', patch: { rawHeaders: ['Host', 'x', 'X-A', 'a\r\nX-B: c'] }, status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a colon in a header name', patch: { rawHeaders: ['Host', 'x', 'X:A', 'a'] }, status: 400, code: 'MALFORMED_REQUEST' },
  {
    name: 'too many bytes of headers',
    patch: { rawHeaders: ['Host', 'x', 'X-A', 'a'.repeat(10_241)] },
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
  { name: 'a target that is too long', patch: { target: `${BASE}/catalog/${'a'.repeat(10_300)}` }, status: 414, code: 'URI_TOO_LONG' },
  { name: 'a method ARN over 1600 bytes', patch: { target: `${BASE}/catalog/${'a'.repeat(1600)}` }, status: 414, code: 'URI_TOO_LONG' },
  { name: 'a body over 10 MB', patch: { body: new Uint8Array(10 * 1024 * 1024 + 1) }, status: 413, code: 'REQUEST_TOO_LARGE' },
  { name: 'no API', patch: { target: '/gateway/' }, status: 403, code: 'UNKNOWN_API' },
  { name: 'an API named like a prototype', patch: { target: '/gateway/__proto__/prod/x' }, status: 403, code: 'UNKNOWN_API' },
  { name: 'no stage', patch: { target: `/gateway/${API}` }, status: 403, code: 'UNKNOWN_STAGE' },
  { name: 'a stage in another spelling', patch: { target: `/gateway/${API}/pro%64/catalog` }, status: 403, code: 'UNKNOWN_STAGE' },
  { name: 'a stage named like a prototype', patch: { target: `/gateway/${API}/constructor/x` }, status: 403, code: 'UNKNOWN_STAGE' },
]

describe('a malformed request gets an error of AWS, not of ours', () => {
  it.each(CASES)('$name', async ({ patch, status, code }) => {
    const test = createTestGateway()
    const response = await test.gateway.handle({ ...toRawRequest({ path: '/catalog' }, NOW), ...patch })
    expect({ status: response.status, code: test.records[0]?.reasonCode }).toEqual({ status, code })
    expect(() => JSON.parse(textOfBody(response))).not.toThrow()
    expect(headerOf(response, 'x-amzn-ErrorType')).toMatch(/Exception$/)
    expect(test.records[0]?.decision().sentence).toMatch(/^Refused/)
  })

  it('an absolute-form target names the API by its authority', async () => {
    const test = createTestGateway()
    const target = `http://${API}.execute-api.localhost:3000/prod/catalog`
    expect((await send(test, { target, headers: [['Host', 'elsewhere']] })).status).toBe(200)
    expect((await send(test, { target: `http://localhost:3000${BASE}/catalog` })).status).toBe(200)
  })

  it('whatever comes in, an answer comes out and the cause is never a fault of ours', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/', '%', '%2e', '..', ';', '//', '\\', '\0', 'catalog', 'orders', '1', 'me'),
    )
    const target = fc.oneof(
      fc.array(text, { maxLength: 6 }).map((parts) => `${BASE}/${parts.join('/')}`),
      fc.array(text, { maxLength: 6 }).map((parts) => parts.join('/')),
    )
    const headerName = fc.oneof(fc.constantFrom('Host', 'Authorization', 'X-Amz-Date', 'User-Agent', 'Cookie', 'Connection'), fc.string())
    const authorization = fc.constantFrom(
      'Bearer x.y.z',
      'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=00',
      'AWS4-HMAC-SHA256 =,=,',
      '',
    )
    const headers = fc.array(fc.tuple(headerName, fc.oneof(text, authorization)), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'POST', 'DELETE', 'HEAD', 'x'), target, headers, async (method, path, pairs) => {
        const test = createTestGateway()
        const response = await test.gateway.handle({ ...toRawRequest({}, NOW), method, target: path, rawHeaders: pairs.flat() })
        expect(test.records[0]?.reasonCode).not.toBe('INTERNAL_ERROR')
        expect(response.status).toBeGreaterThanOrEqual(200)
        expect(test.records[0]?.decision().reasonCode).toBe(test.records[0]?.reasonCode)
      }),
      { numRuns: 300 },
    )
  })
})
