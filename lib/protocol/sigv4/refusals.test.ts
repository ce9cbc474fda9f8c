import { describe, expect, it } from 'vitest'
import {
  createSigningKeys,
  createSigV4Verifier,
  describeSigV4Failure,
  presignRequest,
  type SignedRequest,
  type SigV4Expectation,
  type SigV4Failure,
  signRequest,
} from '.'

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const NOW_MS = Date.UTC(2020, 9, 27, 13, 0, 7)
const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET, region: 'us-east-1', service: 'execute-api', nowMs: NOW_MS }
const expectation: SigV4Expectation = {
  service: 'execute-api',
  region: 'us-east-1',
  nowMs: NOW_MS,
  findSecret: (id, token) => {
    if (token === 'stale') return { ok: false, kind: 'expiredToken' }
    return id === KEY.accessKeyId ? { ok: true, secret: SECRET } : { ok: false, kind: 'unknownKey' }
  },
}
const BARE = { method: 'GET', target: '/prod/orders?a=1', headers: [['Host', 'localhost:3000']] as [string, string][], body: '' }

function signed(options: Partial<typeof KEY & { sessionToken: string }> = {}, extra: readonly string[] = []): SignedRequest {
  const headers = [...BARE.headers, ...signRequest(BARE, { ...KEY, ...options })]
  return { ...BARE, body: new Uint8Array(), rawHeaders: [...headers.flat(), ...extra] }
}

function presigned(options: Partial<typeof KEY & { expiresSec: number }> = {}): SignedRequest {
  return {
    ...BARE,
    target: presignRequest(BARE, { expiresSec: 60, ...KEY, ...options }),
    rawHeaders: BARE.headers.flat(),
    body: new Uint8Array(),
  }
}

function withAuthorization(value: string | null, rest: readonly string[] = ['X-Amz-Date', '20201027T130007Z']): SignedRequest {
  const rawHeaders = ['Host', 'localhost:3000', ...rest, ...(value === null ? [] : ['Authorization', value])]
  return { ...BARE, rawHeaders, body: new Uint8Array() }
}

function failureOf(request: SignedRequest): SigV4Failure {
  const outcome = createSigV4Verifier()(request, expectation)
  if (outcome.ok) throw new Error('accepted')
  return outcome.failure
}

const SCOPE = 'AKIAIOSFODNN7EXAMPLE/20201027/us-east-1/execute-api/aws4_request'
const FULL = `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`

interface Refusal {
  readonly name: string
  readonly request: SignedRequest
  readonly kind: SigV4Failure['kind']
  readonly error: string
  readonly message: string | RegExp
  readonly source: string
}

const REFUSALS: readonly Refusal[] = [
  {
    name: 'no Authorization',
    request: withAuthorization(null),
    kind: 'missingToken',
    error: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
    source: 'KB api-gateway-troubleshoot-403-forbidden',
  },
  {
    name: 'a bearer token',
    request: withAuthorization('Bearer sometoken'),
    kind: 'notKeyValue',
    error: 'IncompleteSignatureException',
    message: "'sometoken' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer sometoken'.",
    source: 'serverless/serverless#3205',
  },
  {
    name: 'a header without any part, no date',
    request: withAuthorization('Basic dXNlcjpwYXNz=', []),
    kind: 'missingParts',
    error: 'IncompleteSignatureException',
    message:
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Basic dXNlcjpwYXNz=",
    source: 'aws/chalice#828',
  },
  {
    name: 'another algorithm',
    request: withAuthorization(FULL.replace('HMAC-SHA256', 'ECDSA-P256-SHA256')),
    kind: 'unsupportedAlgorithm',
    error: 'IncompleteSignatureException',
    message: /AWS4-ECDSA-P256-SHA256/,
    source: 'assumed',
  },
  {
    name: 'a part twice',
    request: withAuthorization(`${FULL}, Signature=${'1'.repeat(64)}`),
    kind: 'duplicate',
    error: 'IncompleteSignatureException',
    message: /Signature/,
    source: 'ours: two readers could take it differently',
  },
  {
    name: 'a second Authorization header',
    request: withAuthorization(FULL, ['X-Amz-Date', '20201027T130007Z', 'authorization', FULL]),
    kind: 'duplicate',
    error: 'IncompleteSignatureException',
    message: /Authorization/,
    source: 'ours: two readers could take it differently',
  },
  {
    name: 'an oversized header',
    request: withAuthorization(`${FULL}, X=${'a'.repeat(9_000)}`),
    kind: 'tooLarge',
    error: 'IncompleteSignatureException',
    message: /too large/,
    source: 'ours: bounded work',
  },
  {
    name: 'more signed headers than anybody sends',
    request: withAuthorization(FULL.replace('host;', `${Array.from({ length: 200 }, (_, i) => `a${i}`).join(';')};host;`)),
    kind: 'tooLarge',
    error: 'IncompleteSignatureException',
    message: /SignedHeaders/,
    source: 'ours: bounded work',
  },
  {
    name: 'a scope of four parts',
    request: withAuthorization(FULL.replace('/execute-api', '')),
    kind: 'malformedCredential',
    error: 'IncompleteSignatureException',
    message: /^Credential must have exactly 5 slash-delimited elements/,
    source: 'assumed',
  },
  {
    name: 'another terminator',
    request: withAuthorization(FULL.replace('aws4_request', 'aws5_request')),
    kind: 'wrongTerminator',
    error: 'InvalidSignatureException',
    message: /'aws4_request', not 'aws5_request'/,
    source: 'assumed',
  },
  {
    name: 'a date that does not exist',
    request: withAuthorization(FULL, ['X-Amz-Date', '20201327T130007Z']),
    kind: 'malformedDate',
    error: 'IncompleteSignatureException',
    message: /^Date must be in ISO-8601 'basic format'. Got '20201327T130007Z'/,
    source: 'assumed',
  },
  {
    name: 'a scope of another day',
    request: withAuthorization(FULL.replace('20201027', '20201026')),
    kind: 'scopeDateMismatch',
    error: 'InvalidSignatureException',
    message: /'20201026' != '20201027', from '20201027T130007Z'/,
    source: 'assumed',
  },
  {
    name: 'another service',
    request: signed({ service: 's3' }),
    kind: 'wrongService',
    error: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'execute-api'. ",
    source: 'r7kamura/aws-signer-v4#1',
  },
  {
    name: 'another region',
    request: signed({ region: 'eu-west-1' }),
    kind: 'wrongRegion',
    error: 'InvalidSignatureException',
    message: "Credential should be scoped to a valid region, not 'eu-west-1'. ",
    source: 'aws/aws-sdk-js#792',
  },
  {
    name: 'a signature of half an hour ago',
    request: signed({ nowMs: Date.UTC(2020, 9, 27, 12, 30, 8) }),
    kind: 'expired',
    error: 'InvalidSignatureException',
    message: 'Signature expired: 20201027T123008Z is now earlier than 20201027T125507Z (20201027T130007Z - 5 min.)',
    source: 'mhart/aws4#118',
  },
  {
    name: 'a signature of the future',
    request: signed({ nowMs: NOW_MS + 301_000 }),
    kind: 'notYetCurrent',
    error: 'InvalidSignatureException',
    message: 'Signature not yet current: 20201027T130508Z is still later than 20201027T130507Z (20201027T130007Z + 5 min.)',
    source: 'assumed',
  },
  {
    name: 'an unknown key',
    request: signed({ accessKeyId: 'AKIANOBODYNOBODY0000' }),
    kind: 'unknownKey',
    error: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
    source: 'KB api-gateway-troubleshoot-403-forbidden',
  },
  {
    name: 'a stale session token',
    request: signed({ sessionToken: 'stale' }),
    kind: 'expiredToken',
    error: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
    source: 'aws-amplify/amplify-js#6181',
  },
  {
    name: 'a host that is not signed',
    request: withAuthorization(FULL.replace('host;', '')),
    kind: 'hostNotSigned',
    error: 'InvalidSignatureException',
    message: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    source: 'assumed',
  },
  {
    name: 'a session token added after signing',
    request: signed({}, ['X-Amz-Security-Token', 'somebody-else']),
    kind: 'unsignedHeaders',
    error: 'InvalidSignatureException',
    message: /x-amz-security-token/,
    source: '"Authenticating requests": x-amz-* headers must be signed',
  },
  {
    name: 'a wrong secret',
    request: signed({ secretAccessKey: 'wrong' }),
    kind: 'signatureMismatch',
    error: 'InvalidSignatureException',
    message:
      /^The request signature we calculated does not match the signature you provided\. [\s\S]+\n\nThe Canonical String for this request should have been\n'GET\n\/prod\/orders\na=1\nhost:localhost:3000\nx-amz-date:20201027T130007Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20201027T130007Z\n20201027\/us-east-1\/execute-api\/aws4_request\n[0-9a-f]{64}'\n$/,
    source: 'mhart/aws4#33',
  },
]

describe('a refused signature is told as AWS tells it', () => {
  it.each(REFUSALS)('$name ($source)', ({ request, kind, error, message }) => {
    const failure = failureOf(request)
    expect(failure.kind).toBe(kind)
    const described = describeSigV4Failure(failure)
    expect(described.name).toBe(error)
    if (typeof message === 'string') expect(described.message).toBe(message)
    else expect(described.message).toMatch(message)
  })
})

describe('presigned URLs', () => {
  const replace = (from: string | RegExp, to: string) => {
    const request = presigned()
    return { ...request, target: request.target.replace(from, to) }
  }

  it('hold for X-Amz-Expires and no second longer', () => {
    expect(createSigV4Verifier()(presigned({ nowMs: NOW_MS - 60_000 }), expectation).ok).toBe(true)
    expect(failureOf(presigned({ nowMs: NOW_MS - 61_000 }))).toMatchObject({ kind: 'expired', windowSec: 60 })
    expect(createSigV4Verifier()(presigned({ nowMs: NOW_MS - 3_600_000, expiresSec: 604_800 }), expectation).ok).toBe(true)
  })

  it.each([
    ['0', 'badExpires'],
    ['604801', 'badExpires'],
    ['1e3', 'badExpires'],
    ['-1', 'badExpires'],
    ['61', 'signatureMismatch'],
  ])('X-Amz-Expires=%s instead of 60 is refused as %s', (value, kind) => {
    expect(failureOf(replace('X-Amz-Expires=60', `X-Amz-Expires=${value}`)).kind).toBe(kind)
  })

  it('name the parameters that are missing', () => {
    const failure = failureOf(replace(/&X-Amz-Date=[^&]*/, ''))
    expect(failure).toEqual({ kind: 'missingQueryParameters', missing: ['X-Amz-Date'] })
    expect(describeSigV4Failure(failure).message).toBe(
      "AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
    )
  })

  it('refuse a parameter that is there twice', () => {
    const { target } = presigned()
    expect(failureOf({ ...presigned(), target: `${target}&X-Amz-Expires=600` })).toEqual({ kind: 'duplicate', name: 'X-Amz-Expires' })
  })

  it('do not count beside an Authorization header, whatever it holds', () => {
    const request = presigned()
    expect(failureOf({ ...request, rawHeaders: [...request.rawHeaders, 'Authorization', 'Bearer x'] }).kind).toBe('notKeyValue')
  })

  it('are bound to the body', () => {
    expect(failureOf({ ...presigned(), body: Buffer.from('x') }).kind).toBe('signatureMismatch')
  })
})

describe('the payload hash', () => {
  const withHash = (value: string) => {
    const headers: [string, string][] = [...BARE.headers, ['X-Amz-Content-Sha256', value]]
    const added = signRequest({ ...BARE, headers }, KEY)
    return { ...BARE, body: new Uint8Array(), rawHeaders: [...headers, ...added].flat() }
  }

  it('sent and signed must be that of the body', () => {
    expect(createSigV4Verifier()(withHash('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'), expectation).ok).toBe(true)
    expect(failureOf(withHash('0'.repeat(64))).kind).toBe('signatureMismatch')
  })

  it('cannot be left out: UNSIGNED-PAYLOAD is for S3 alone', () => {
    expect(failureOf(withHash('UNSIGNED-PAYLOAD')).kind).toBe('signatureMismatch')
  })
})

describe('the Date header', () => {
  it('serves when X-Amz-Date is not there, in either form', () => {
    for (const date of ['Tue, 27 Oct 2020 13:00:07 GMT', '20201027T130007Z']) {
      const failure = failureOf(withAuthorization(FULL.replace('x-amz-date', 'date').replace('host;date', 'date;host'), ['Date', date]))
      expect(failure.kind).toBe('signatureMismatch')
    }
  })
})

describe('signing keys', () => {
  it('are derived anew when the secret of a key changes', () => {
    const verify = createSigV4Verifier(createSigningKeys(1))
    expect(verify(signed(), expectation).ok).toBe(true)
    const changed = { ...expectation, findSecret: () => ({ ok: true, secret: 'another' }) as const }
    expect(verify(signed(), changed).ok).toBe(false)
    expect(verify(signed({ secretAccessKey: 'another' }), changed).ok).toBe(true)
  })
})
