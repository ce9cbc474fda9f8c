import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSigV4Verifier, presignRequest, type SignedRequest, type SigV4Expectation, signRequest } from '.'

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const NOW_MS = Date.UTC(2026, 10, 22, 12, 0, 0)
const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET, region: 'us-east-1', service: 'execute-api', nowMs: NOW_MS }
const expectation: SigV4Expectation = {
  service: 'execute-api',
  region: 'us-east-1',
  nowMs: NOW_MS,
  findSecret: (id) => (id === KEY.accessKeyId ? { ok: true, secret: SECRET } : { ok: false, kind: 'unknownKey' }),
}
const verify = createSigV4Verifier()

const latin1 = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 24 })
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
  path: latin1.map((text) => `/prod/${text.replace(/[?#]/g, '-')}`),
  query: fc.array(fc.tuple(latin1, latin1), { maxLength: 4 }),
  headers: fc.uniqueArray(fc.tuple(fc.constantFrom('Content-Type', 'X-Custom', 'x-amz-meta', 'Accept'), latin1), {
    selector: ([name]) => name,
  }),
  body: fc.uint8Array({ maxLength: 64 }),
})
type Sample = typeof requests extends fc.Arbitrary<infer T> ? T : never

function build(sample: Sample, form: 'header' | 'query'): SignedRequest {
  const query = sample.query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  const target = query === '' ? sample.path : `${sample.path}?${query}`
  const headers: [string, string][] = [['Host', 'localhost:3000'], ...sample.headers]
  const request = { method: sample.method, target, headers, body: sample.body }
  if (form === 'query') return { ...request, target: presignRequest(request, { ...KEY, expiresSec: 300 }), rawHeaders: headers.flat() }
  return { ...request, rawHeaders: [...headers, ...signRequest(request, KEY)].flat() }
}

describe('signer and verifier', () => {
  it('what the signer signs, the verifier accepts, in both forms', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom('header', 'query'), (sample, form) => {
        const outcome = verify(build(sample, form), expectation)
        expect(outcome.ok ? outcome.accessKeyId : outcome.failure).toBe(KEY.accessKeyId)
      }),
    )
  })
})

/** Equal by the standard itself: escapes in a query are decoded first, blanks around header values do not count. */
function meansTheSame(before: SignedRequest, after: SignedRequest): boolean {
  return canonicalOf(before) === canonicalOf(after)
}

function canonicalOf(request: SignedRequest): string {
  const [path = '', ...rest] = request.target.split('?')
  const query = rest
    .join('?')
    .split('&')
    .map((pair) =>
      pair.replace(/\+/g, ' ').replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .sort()
  const headers = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    headers.push(`${request.rawHeaders[i]?.toLowerCase()}:${request.rawHeaders[i + 1]?.trim().replace(/\s+/g, ' ')}`)
  }
  return JSON.stringify([request.method, path.replace(/\/+/g, '/'), query, headers, [...request.body]])
}

function flip(text: string, at: number, bit: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
}

describe('a request changed after signing', () => {
  const spot = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 6 }))

  it('fails for any flipped bit of path or query', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom('header', 'query'), spot, (sample, form, [at, bit]) => {
        const request = build(sample, form)
        const changed = { ...request, target: flip(request.target, at % request.target.length, bit) }
        fc.pre(!meansTheSame(request, changed))
        expect(verify(changed, expectation).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('fails for any flipped bit of a signed header, the date, the scope and the signature', () => {
    fc.assert(
      fc.property(requests, fc.nat(), spot, (sample, which, [at, bit]) => {
        const request = build(sample, 'header')
        const index = (which % (request.rawHeaders.length / 2)) * 2 + 1
        const value = request.rawHeaders[index] ?? ''
        fc.pre(value.length > 0)
        const rawHeaders = request.rawHeaders.with(index, flip(value, at % value.length, bit))
        const changed = { ...request, rawHeaders }
        fc.pre(!meansTheSame(request, changed))
        expect(verify(changed, expectation).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('fails for any flipped bit of the body', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom('header', 'query'), spot, (sample, form, [at, bit]) => {
        fc.pre(sample.body.length > 0)
        const request = build(sample, form)
        const body = Uint8Array.from(request.body)
        body[at % body.length] = (body[at % body.length] ?? 0) ^ (1 << bit)
        expect(verify({ ...request, body }, expectation).ok).toBe(false)
      }),
    )
  })

  it('fails for another method, for one more x-amz header and for one less signed header', () => {
    const request = build(
      { method: 'GET', path: '/prod/orders', query: [], headers: [['X-Custom', 'a']], body: new Uint8Array() },
      'header',
    )
    expect(verify(request, expectation).ok).toBe(true)
    expect(verify({ ...request, method: 'PUT' }, expectation).ok).toBe(false)
    expect(verify({ ...request, rawHeaders: [...request.rawHeaders, 'X-Amz-Extra', '1'] }, expectation)).toMatchObject({
      failure: { kind: 'unsignedHeaders', names: ['x-amz-extra'] },
    })
    const without = request.rawHeaders.filter((_, index) => request.rawHeaders[index - (index % 2)] !== 'X-Custom')
    expect(verify({ ...request, rawHeaders: without }, expectation)).toMatchObject({ failure: { kind: 'signatureMismatch' } })
  })
})
