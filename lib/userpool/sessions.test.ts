import { beforeEach, describe, expect, it } from 'vitest'
import { checkClaims, importRsaKeys, type JwtClaims, parseJwt, verifyJwtSignature } from '../protocol/jwt'
import type { AuthenticationResult } from './authentication-result'
import { jwks } from './documents'
import { mintTokens } from './mint-tokens'
import { computeSecretHash } from './secret-hash'
import { createPoolFixture, PASSWORD, type PoolFixture, PUBLIC_URL } from './testing/fixture'

const ISSUER = `${PUBLIC_URL}/cognito/us-east-1_FernCust1`
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

let fixture: PoolFixture
beforeEach(async () => {
  fixture = await createPoolFixture()
})

async function signIn(username: string, client = 'web'): Promise<AuthenticationResult & { RefreshToken: string }> {
  const { id, secret } = fixture.client(client)
  const parameters = new Map([
    ['USERNAME', username],
    ['PASSWORD', PASSWORD],
  ])
  if (secret) parameters.set('SECRET_HASH', computeSecretHash(secret, username, id))
  const outcome = await fixture.pools.initiateAuth({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: id, AuthParameters: parameters })
  if (!outcome.ok || !outcome.value.RefreshToken) throw new Error('no session')
  return { ...outcome.value, RefreshToken: outcome.value.RefreshToken }
}

function refresh(token: string, client = 'web', extra: Record<string, string> = {}, flow = 'REFRESH_TOKEN_AUTH') {
  return fixture.pools.initiateAuth({
    AuthFlow: flow,
    ClientId: fixture.client(client).id,
    AuthParameters: new Map(Object.entries({ REFRESH_TOKEN: token, ...extra })),
  })
}

function claimsOf(token: string): JwtClaims {
  const verified = verifyJwtSignature(token, importRsaKeys([...jwks(fixture.pool).keys]))
  if (!verified.ok) throw new Error(verified.failure.kind)
  return verified.claims
}

async function refusalOf(outcome: Promise<{ ok: true } | { ok: false; error: { name: string; message: string } }>): Promise<string> {
  const result = await outcome
  return result.ok ? 'accepted' : `${result.error.name}: ${result.error.message}`
}

describe('the tokens of a sign-in', () => {
  it('hold exactly the claims of Cognito', async () => {
    const user = await fixture.putUser('ada', {
      groups: ['staff', 'gold'],
      attributes: [
        { name: 'email', value: 'ada@example.com' },
        { name: 'email_verified', value: 'true' },
        { name: 'phone_number_verified', value: 'false' },
        { name: 'custom:level', value: '7' },
        { name: 'iss', value: 'https://evil.example' },
        { name: 'cognito:groups', value: 'admins' },
        { name: 'scope', value: 'everything' },
      ],
    })
    const { IdToken, AccessToken } = await signIn('ada')
    const nowSec = fixture.clock.ms / 1000
    const shared = {
      sub: user.sub,
      iss: ISSUER,
      'cognito:groups': ['gold', 'staff'],
      auth_time: nowSec,
      iat: nowSec,
      jti: expect.stringMatching(UUID),
      origin_jti: expect.stringMatching(UUID),
      event_id: expect.stringMatching(UUID),
    }
    const [id, access] = [claimsOf(IdToken), claimsOf(AccessToken)]
    expect({ ...id }).toEqual({
      ...shared,
      aud: fixture.client('web').id,
      'cognito:username': 'ada',
      'cognito:roles': ['arn:aws:iam::111122223333:role/gold'],
      'cognito:preferred_role': 'arn:aws:iam::111122223333:role/gold',
      token_use: 'id',
      exp: nowSec + 3600,
      email: 'ada@example.com',
      email_verified: true,
      phone_number_verified: false,
      'custom:level': '7',
    })
    expect({ ...access }).toEqual({
      ...shared,
      client_id: fixture.client('web').id,
      username: 'ada',
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      exp: nowSec + 1800,
    })
    expect(id.origin_jti).toBe(access.origin_jti)
    expect(id.jti).not.toBe(access.jti)
  })

  it('leave out groups and roles where there are none, and the preferred role when two tie', async () => {
    await fixture.putUser('ben')
    expect(Object.keys(claimsOf((await signIn('ben')).IdToken)).filter((name) => name.startsWith('cognito:'))).toEqual(['cognito:username'])
    await fixture.putUser('cleo', { groups: ['silver', 'gold'] })
    const claims = claimsOf((await signIn('cleo')).IdToken)
    expect(claims['cognito:roles']).toEqual(['arn:aws:iam::111122223333:role/gold', 'arn:aws:iam::111122223333:role/silver'])
    expect(claims['cognito:preferred_role']).toBeUndefined()
  })

  it('have a header of kid and alg only, and each its own key', async () => {
    await fixture.putUser('ada')
    const { IdToken, AccessToken } = await signIn('ada')
    const headers = [IdToken, AccessToken].map((token) => {
      const parsed = parseJwt(token)
      return parsed.ok ? { ...parsed.jwt.header } : null
    })
    const [idKey, accessKey] = fixture.pool.signingKeys
    expect(headers).toEqual([
      { kid: idKey?.kid, alg: 'RS256' },
      { kid: accessKey?.kid, alg: 'RS256' },
    ])
    expect(idKey?.kid).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(idKey?.kid).not.toBe(accessKey?.kid)
  })

  it('can be minted with scopes and a bounded life', async () => {
    const user = await fixture.putUser('ada')
    const options = { issuer: ISSUER, nowMs: fixture.clock.ms, scopes: ['shop/read', 'shop/write'], lifetimeSecMax: 300 }
    const minted = mintTokens(fixture.pool, user, fixture.client('web'), options)
    const claims = claimsOf(minted.accessToken)
    expect([claims.scope, minted.expiresInSec]).toEqual(['shop/read shop/write', 300])
    expect(checkClaims(claims, { nowSec: fixture.clock.ms / 1000 + 301 })?.kind).toBe('expiry')
  })
})

describe('a refresh', () => {
  beforeEach(async () => {
    await fixture.putUser('ada')
  })

  it.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'])('by %s gives new tokens of the same session, and no refresh token', async (flow) => {
    const session = await signIn('ada')
    const before = claimsOf(session.AccessToken)
    fixture.clock.ms += 600_000
    const outcome = await refresh(session.RefreshToken, 'web', {}, flow)
    if (!outcome.ok) throw new Error(outcome.error.message)
    const after = claimsOf(outcome.value.AccessToken)
    expect(outcome.value.RefreshToken).toBeUndefined()
    expect([after.auth_time, after.origin_jti, after.event_id]).toEqual([before.auth_time, before.origin_jti, before.event_id])
    expect(after.jti).not.toBe(before.jti)
    expect(after.iat).toBe(fixture.clock.ms / 1000)
  })

  it('ends with the life of the refresh token, the user and the user’s right to sign in', async () => {
    const session = await signIn('ada')
    await fixture.putUser('ada', { enabled: false })
    expect(await refusalOf(refresh(session.RefreshToken))).toBe('NotAuthorizedException: User is disabled.')
    await fixture.putUser('ada', { sub: '00000000-0000-4000-8000-000000000000' })
    expect(await refusalOf(refresh(session.RefreshToken))).toBe('NotAuthorizedException: Invalid Refresh Token')
    await fixture.putUser('ada')
    expect(await refusalOf(refresh(session.RefreshToken))).toBe('accepted')
    fixture.clock.ms += 86_400_000
    expect(await refusalOf(refresh(session.RefreshToken))).toBe('NotAuthorizedException: Refresh Token has expired')
  })

  it('is refused for another client, an unknown token and an access token', async () => {
    const session = await signIn('ada')
    const invalid = 'NotAuthorizedException: Invalid Refresh Token'
    expect(await refusalOf(refresh(session.RefreshToken, 'masked'))).toBe(invalid)
    expect(await refusalOf(refresh('nonsense'))).toBe(invalid)
    expect(await refusalOf(refresh(session.AccessToken))).toBe(invalid)
    expect(await refusalOf(refresh(session.RefreshToken, 'noflows'))).toBe(
      'InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client',
    )
  })

  it('of a secret client wants its proof: the hash over username or sub, or the secret itself', async () => {
    const user = await fixture.memory.users.find(fixture.pool.id, 'ada')
    const { id, secret } = fixture.client('secret')
    const session = await signIn('ada', 'secret')
    for (const name of ['ada', user?.sub ?? '']) {
      const hash = computeSecretHash(secret ?? '', name, id)
      expect(await refusalOf(refresh(session.RefreshToken, 'secret', { SECRET_HASH: hash }))).toBe('accepted')
    }
    expect(await refusalOf(refresh(session.RefreshToken, 'secret'))).toMatch(/SECRET_HASH was not received/)
    expect(await refusalOf(refresh('nonsense', 'secret', { SECRET_HASH: 'x' }))).toMatch(/Unable to verify secret hash/)
    const input = { ClientId: id, RefreshToken: session.RefreshToken }
    expect(await refusalOf(fixture.pools.getTokensFromRefreshToken({ ...input, ClientSecret: secret ?? '' }))).toBe('accepted')
    expect(await refusalOf(fixture.pools.getTokensFromRefreshToken({ ...input, ClientSecret: 'wrong' }))).toMatch(/Unable to verify/)
    expect(await refusalOf(fixture.pools.getTokensFromRefreshToken(input))).toMatch(/Unable to verify/)
  })
})

describe('GetUser and RevokeToken', () => {
  it('give the attributes of the user behind an access token, sub first', async () => {
    const user = await fixture.putUser('ada')
    const { AccessToken } = await signIn('ada')
    expect(await fixture.pools.getUser(AccessToken)).toEqual({
      ok: true,
      value: {
        Username: 'ada',
        UserAttributes: [
          { Name: 'sub', Value: user.sub },
          { Name: 'email', Value: 'ada@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
      },
    })
  })

  it('end the session: neither refresh nor access token work afterwards', async () => {
    await fixture.putUser('ada')
    const [session, other] = [await signIn('ada'), await signIn('ada')]
    const ClientId = fixture.client('web').id
    const revoke = (Token: string, client = ClientId) => refusalOf(fixture.pools.revokeToken({ Token, ClientId: client }))
    expect(await revoke(session.AccessToken)).toBe('UnsupportedTokenTypeException: Unsupported token type')
    expect(await revoke(session.RefreshToken, fixture.client('masked').id)).toMatch(/^UnauthorizedException/)
    expect(await revoke('unknown')).toBe('accepted')
    expect(await refusalOf(fixture.pools.getUser(session.AccessToken))).toBe('accepted')
    expect(await revoke(session.RefreshToken)).toBe('accepted')
    expect(await revoke(session.RefreshToken)).toBe('accepted')
    expect(await refusalOf(refresh(session.RefreshToken))).toBe('NotAuthorizedException: Refresh Token has been revoked')
    expect(await refusalOf(fixture.pools.getUser(session.AccessToken))).toBe('NotAuthorizedException: Access Token has been revoked')
    expect(await refusalOf(refresh(other.RefreshToken))).toBe('accepted')
    expect(await refusalOf(fixture.pools.getUser(other.AccessToken))).toBe('accepted')
  })

  it('refuse an ID token, a token without the scope, an expired one, and the token of a user who is gone', async () => {
    const user = await fixture.putUser('ada')
    const session = await signIn('ada')
    const invalid = 'NotAuthorizedException: Invalid Access Token'
    expect(await refusalOf(fixture.pools.getUser(session.IdToken))).toBe(invalid)
    expect(await refusalOf(fixture.pools.getUser('a.b.c'))).toBe(invalid)
    const minted = mintTokens(fixture.pool, user, fixture.client('web'), { issuer: ISSUER, nowMs: fixture.clock.ms, scopes: ['shop/read'] })
    expect(await refusalOf(fixture.pools.getUser(minted.accessToken))).toMatch(/does not have required scopes/)
    const foreign = mintTokens(fixture.pool, user, fixture.client('web'), { issuer: 'https://other.example', nowMs: fixture.clock.ms })
    expect(await refusalOf(fixture.pools.getUser(foreign.accessToken))).toBe(invalid)
    await fixture.memory.removeUser(fixture.pool.id, 'ada')
    expect(await refusalOf(fixture.pools.getUser(session.AccessToken))).toBe('UserNotFoundException: User does not exist.')
    fixture.clock.ms += 1_800_000
    expect(await refusalOf(fixture.pools.getUser(session.AccessToken))).toBe('NotAuthorizedException: Access Token has expired')
  })
})
