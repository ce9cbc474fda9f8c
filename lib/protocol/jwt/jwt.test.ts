import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import {
  buildJwks,
  type ClaimExpectation,
  checkClaims,
  createJwtVerifier,
  importRsaKeys,
  parseJwt,
  signJwt,
  type VerificationKey,
  verifyJwtSignature,
} from '.'

const NOW_SEC = 1_800_000_000
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = (key: KeyObject) => key.export({ format: 'jwk' }) as { n: string; e: string }
const keys = importRsaKeys([
  { kid: 'one', ...jwk(publicKey) },
  { kid: 'two', ...jwk(other.publicKey) },
])
const CLAIMS = { sub: 'ada', iss: 'https://issuer.example', exp: NOW_SEC + 60 }
const token = signJwt(CLAIMS, { kid: 'one', key: privateKey })
const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const failureOf = (text: string) => {
  const outcome = verifyJwtSignature(text, keys)
  return outcome.ok ? null : outcome.failure
}
const withHeader = (header: unknown) => {
  const input = `${encode(header)}.${encode(CLAIMS)}`
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}

describe('a signature', () => {
  it('of ours is accepted by jose, and one of jose by us', async () => {
    const set = jose.createLocalJWKSet({ keys: buildJwks([{ kid: 'one', ...jwk(publicKey) }]).keys.map((key) => ({ ...key })) })
    const verified = await jose.jwtVerify(token, set, { currentDate: new Date(NOW_SEC * 1000), algorithms: ['RS256'] })
    expect(verified.payload).toEqual(CLAIMS)
    expect(verified.protectedHeader).toEqual({ kid: 'one', alg: 'RS256' })
    const theirs = await new jose.SignJWT(CLAIMS).setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'JWT' }).sign(privateKey)
    expect(verifyJwtSignature(theirs, keys)).toMatchObject({ ok: true, kid: 'one' })
  })

  it.each(['PS256', 'RS384', 'ES256', 'ES384', 'ES512'] as const)(
    '%s of jose is accepted with a key for it, and with no other',
    async (alg) => {
      const pair = await jose.generateKeyPair(alg, { extractable: true })
      const theirs = await new jose.SignJWT(CLAIMS).setProtectedHeader({ alg, kid: 'k' }).sign(pair.privateKey)
      const key = (algorithm: VerificationKey['algorithm'], from: KeyObject) => new Map([['k', { kid: 'k', algorithm, key: from }]])
      const { KeyObject: NodeKey } = await import('node:crypto')
      const theirKey = NodeKey.from(pair.publicKey as never)
      expect(verifyJwtSignature(theirs, key(alg, theirKey)).ok).toBe(true)
      expect(verifyJwtSignature(theirs, key('RS256', theirKey))).toMatchObject({ failure: { kind: 'algorithm' } })
      expect(verifyJwtSignature(theirs, key(alg, alg.startsWith('ES') ? publicKey : other.publicKey))).toMatchObject({
        failure: { kind: 'signature' },
      })
    },
  )

  const REFUSED: readonly (readonly [string, string, string])[] = [
    ['algorithm none', `${encode({ alg: 'none', kid: 'one' })}.${encode(CLAIMS)}.AA`, 'algorithm'],
    ['HMAC with the public key as secret', withHeader({ alg: 'HS256', kid: 'one' }), 'algorithm'],
    ['RS512 with an RS256 key', withHeader({ alg: 'RS512', kid: 'one' }), 'algorithm'],
    ['no algorithm', withHeader({ kid: 'one' }), 'algorithm'],
    ['an unknown kid', withHeader({ alg: 'RS256', kid: 'three' }), 'unknownKey'],
    ['a kid of Object.prototype', withHeader({ alg: 'RS256', kid: 'constructor' }), 'unknownKey'],
    ['no kid', withHeader({ alg: 'RS256' }), 'unknownKey'],
    ['a kid that is no string', withHeader({ alg: 'RS256', kid: ['one'] }), 'unknownKey'],
    ['the kid of another key', withHeader({ alg: 'RS256', kid: 'two' }), 'signature'],
    ['critical extensions', withHeader({ alg: 'RS256', kid: 'one', crit: ['exp'] }), 'critical'],
    ['an own key brought along', withHeader({ alg: 'RS256', kid: 'x', jwk: jwk(publicKey) }), 'unknownKey'],
    ['two parts', token.slice(0, token.lastIndexOf('.')), 'malformed'],
    ['four parts', `${token}.x`, 'malformed'],
    ['an empty signature', `${token.slice(0, token.lastIndexOf('.'))}.`, 'malformed'],
    ['padding', `${token}=`, 'malformed'],
    ['white space', ` ${token}`, 'malformed'],
    ['a header that is an array', `${encode('[]')}.${encode(CLAIMS)}.AA`, 'malformed'],
    ['claims that are no JSON', `${encode({ alg: 'RS256', kid: 'one' })}.${encode('{')}.AA`, 'malformed'],
    ['claims that are null', `${encode({ alg: 'RS256', kid: 'one' })}.${encode('null')}.AA`, 'malformed'],
    ['claims that are no UTF-8', `${encode({ alg: 'RS256' })}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.AA`, 'malformed'],
    ['nothing', '', 'malformed'],
    ['more than fits a header', `${token}${'A'.repeat(20_000)}`, 'tooLarge'],
  ]

  it.each(REFUSED)('is refused: %s', (_, text, kind) => {
    expect(failureOf(text)?.kind).toBe(kind)
  })

  it('is refused for any flipped bit of the token', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.integer({ min: 0, max: 6 }), (at, bit) => {
        const flipped = token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ (1 << bit)) + token.slice(at + 1)
        expect(verifyJwtSignature(flipped, keys).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever the text', () => {
    const parts = fc.oneof(fc.string(), fc.json().map(encode), fc.base64String())
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 4 }), (texts) => {
        expect(verifyJwtSignature(texts.join('.'), keys).ok).toBe(false)
      }),
    )
  })
})

describe('remembered verdicts', () => {
  const clock = { ms: NOW_SEC * 1000, nowMs: () => clock.ms }

  it('hold while the key is there, and not with another key under its kid', () => {
    const verify = createJwtVerifier(clock)
    expect(verify(token, keys).ok).toBe(true)
    expect(verify(token, keys).ok).toBe(true)
    expect(verify(token, new Map()).ok).toBe(false)
    expect(verify(token, importRsaKeys([{ kid: 'one', ...jwk(other.publicKey) }])).ok).toBe(false)
    expect(verify(token, keys).ok).toBe(true)
  })

  it('say the same as a fresh verification, evicted or not', () => {
    const verify = createJwtVerifier(clock, 2)
    const tokens = [
      token,
      `${token.slice(0, -4)}AAAA`,
      ...[1, 2, 3].map((n) => signJwt({ ...CLAIMS, n }, { kid: 'two', key: other.privateKey })),
    ]
    for (const text of [...tokens, ...tokens]) expect(verify(text, keys).ok).toBe(verifyJwtSignature(text, keys).ok)
  })

  it('give the same claims object while they last', () => {
    const verify = createJwtVerifier(clock)
    const [first, second] = [verify(token, keys), verify(token, keys)]
    expect(second).toBe(first)
    clock.ms = (NOW_SEC + 61) * 1000
    expect(verify(token, keys)).not.toBe(first)
  })
})

describe('claims', () => {
  const good = { iss: 'i', exp: NOW_SEC + 1, nbf: NOW_SEC, iat: NOW_SEC, token_use: 'access', client_id: 'c', scope: 'a b' }
  const all: ClaimExpectation = { nowSec: NOW_SEC, issuers: ['i'], tokenUse: ['access'], audiences: ['c'], anyScope: ['x', 'b'] }

  it('that fit are accepted', () => {
    expect(checkClaims(good, all)).toBeNull()
    expect(checkClaims({ ...good, scope: undefined, scp: ['b'] }, all)).toBeNull()
    expect(checkClaims({ ...good, aud: ['z', 'c'] }, all)).toBeNull()
  })

  const WRONG: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['another issuer', { iss: 'j' }, 'issuer'],
    ['no issuer', { iss: undefined }, 'issuer'],
    ['an issuer in an array', { iss: ['i'] }, 'issuer'],
    ['expired this second', { exp: NOW_SEC }, 'expiry'],
    ['no expiry', { exp: undefined }, 'expiry'],
    ['an expiry in text', { exp: String(NOW_SEC + 1) }, 'expiry'],
    ['not yet valid', { nbf: NOW_SEC + 1 }, 'notBefore'],
    ['an nbf in text', { nbf: '0' }, 'notBefore'],
    ['issued in the future', { iat: NOW_SEC + 1 }, 'issuedAt'],
    ['an ID token', { token_use: 'id' }, 'tokenUse'],
    ['no token_use', { token_use: undefined }, 'tokenUse'],
    ['another client', { client_id: 'd' }, 'audience'],
    ['aud wins over client_id', { aud: 'd' }, 'audience'],
    ['no audience', { client_id: undefined }, 'audience'],
    ['no scope', { scope: undefined }, 'scope'],
    ['other scopes', { scope: 'xb ab' }, 'scope'],
  ]

  it.each(WRONG)('that do not fit are named: %s', (_, patch, kind) => {
    expect(checkClaims({ ...good, ...patch }, all)?.kind).toBe(kind)
  })

  it('have no prototype to stumble over', () => {
    const parsed = parseJwt(`${encode({})}.${encode('{"__proto__":{"iss":"i"},"constructor":1}')}.AA`)
    expect(parsed.ok && [Object.getPrototypeOf(parsed.jwt.claims), parsed.jwt.claims.iss, parsed.jwt.claims.toString]).toEqual([
      null,
      undefined,
      undefined,
    ])
  })
})
