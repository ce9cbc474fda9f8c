import type { UserPool } from '../domain/world'
import { checkClaims, getScopes, importRsaKeys, parseJwt, type VerificationKey } from '../protocol/jwt'
import type { UserPoolContext } from './deps'
import { poolIssuer } from './documents'
import { API_SCOPE } from './mint-tokens'
import { type Outcome, refuse, succeed } from './outcome'

export interface AccessTokenFacts {
  readonly pool: UserPool
  readonly username: string
  readonly sub: string
}

/** Whose access token this is. Besides signature and claims it looks at revocation, which authorizers do not. */
export async function verifyAccessToken(context: UserPoolContext, token: string): Promise<Outcome<AccessTokenFacts>> {
  const parsed = parseJwt(token)
  if (!parsed.ok || typeof parsed.jwt.claims.client_id !== 'string') return invalid()
  const found = context.findClient(parsed.jwt.claims.client_id)
  if (!found) return invalid()
  const { pool } = found
  const verified = context.verifyJwt(token, accessKeysOf(pool))
  if (!verified.ok) return invalid()
  const { claims } = verified
  const failure = checkClaims(claims, {
    nowSec: context.clock.nowMs() / 1000,
    issuers: [poolIssuer(pool, context.publicUrl)],
    tokenUse: ['access'],
  })
  if (failure) return failure.kind === 'expiry' ? refuse('NotAuthorizedException', 'Access Token has expired') : invalid()
  if (typeof claims.username !== 'string' || typeof claims.sub !== 'string') return invalid()
  if (!getScopes(claims).includes(API_SCOPE)) return refuse('NotAuthorizedException', 'Access Token does not have required scopes')
  const originJti = claims.origin_jti
  if (typeof originJti === 'string' && (await context.ports.refreshTokens.isSessionRevoked(pool.id, originJti))) {
    return refuse('NotAuthorizedException', 'Access Token has been revoked')
  }
  return succeed({ pool, username: claims.username, sub: claims.sub })
}

const keysOfPools = new WeakMap<UserPool, ReadonlyMap<string, VerificationKey>>()

function accessKeysOf(pool: UserPool): ReadonlyMap<string, VerificationKey> {
  const kept = keysOfPools.get(pool)
  if (kept) return kept
  const keys = importRsaKeys(pool.signingKeys.filter((key) => key.use === 'access').map(({ kid, publicJwk }) => ({ kid, ...publicJwk })))
  keysOfPools.set(pool, keys)
  return keys
}

function invalid() {
  return refuse('NotAuthorizedException', 'Invalid Access Token')
}
