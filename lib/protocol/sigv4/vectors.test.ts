import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSigV4Verifier, type SigV4Expectation } from '.'
import { deriveSigningKey } from './signing-key'

/** Source of all: AWS's Signature Version 4 test suite (aws-sig-v4-test-suite), case by name; the key and IAM ones: "Create a signed AWS API request". */
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const SCOPE = 'AKIDEXAMPLE/20150830/us-east-1'
const verify = createSigV4Verifier()
const expectation: SigV4Expectation = {
  service: 'service',
  region: 'us-east-1',
  nowMs: Date.UTC(2015, 7, 30, 12, 36, 0),
  findSecret: () => ({ ok: true, secret: SECRET }),
}

interface Vector {
  readonly source: string
  readonly method?: string
  readonly target?: string
  readonly headers?: readonly string[]
  readonly body?: string
  readonly signedHeaders?: string
  readonly signature: string
}

const VECTORS: readonly Vector[] = [
  { source: 'get-vanilla', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    source: 'get-vanilla-query-order-key-case',
    target: '/?Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    source: 'get-vanilla-query-unreserved',
    target:
      '/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    signature: '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
  },
  { source: 'post-vanilla', method: 'POST', signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b' },
  {
    source: 'get-header-key-duplicate',
    headers: ['My-Header1', 'value2', 'My-Header1', 'value2', 'My-Header1', 'value1'],
    signedHeaders: 'host;my-header1;x-amz-date',
    signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
  },
  {
    source: 'get-header-value-trim',
    headers: ['My-Header1', ' value1', 'My-Header2', ' "a   b   c"'],
    signedHeaders: 'host;my-header1;my-header2;x-amz-date',
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    source: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: ['Content-Type', 'application/x-www-form-urlencoded'],
    body: 'Param1=value1',
    signedHeaders: 'content-type;host;x-amz-date',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
]

describe("AWS's own signatures are accepted", () => {
  it.each(VECTORS)('$source', ({ method = 'GET', target = '/', headers = [], body = '', signedHeaders = 'host;x-amz-date', signature }) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${SCOPE}/service/aws4_request, SignedHeaders=${signedHeaders}, Signature=${signature}`
    const rawHeaders = ['Host', 'example.amazonaws.com', ...headers, 'X-Amz-Date', '20150830T123600Z', 'Authorization', authorization]
    const outcome = verify({ method, target, rawHeaders, body: Buffer.from(body) }, expectation)
    expect(outcome.ok ? 'accepted' : outcome.failure).toBe('accepted')
  })

  it('the IAM ListUsers request of the guide', () => {
    const signature = '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7'
    const rawHeaders = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8', 'Host', 'iam.amazonaws.com']
    const signed = 'SignedHeaders=content-type;host;x-amz-date'
    rawHeaders.push('X-Amz-Date', '20150830T123600Z')
    rawHeaders.push('Authorization', `AWS4-HMAC-SHA256 Credential=${SCOPE}/iam/aws4_request, ${signed}, Signature=${signature}`)
    const request = { method: 'GET', target: '/?Action=ListUsers&Version=2010-05-08', rawHeaders, body: new Uint8Array() }
    expect(verify(request, { ...expectation, service: 'iam' }).ok).toBe(true)
  })

  it('the signing key of the guide is derived', () => {
    const key = deriveSigningKey(SECRET, { accessKeyId: 'AKIDEXAMPLE', date: '20150830', region: 'us-east-1', service: 'iam' })
    const guide = Buffer.from('c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9', 'hex')
    for (const text of ['', 'a', 'b'.repeat(255), 'c'.repeat(257), 'd'.repeat(3000), 'e']) {
      expect(key.signHex(text)).toBe(createHmac('sha256', guide).update(text).digest('hex'))
    }
  })
})
