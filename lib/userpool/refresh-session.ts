import type { AuthenticationResult } from './authentication-result'
import { allowsFlow } from './client-flows'
import type { FoundClient, UserPoolContext } from './deps'
import { poolIssuer } from './documents'
import { mintTokens } from './mint-tokens'
import { type CognitoError, type Outcome, refuse, succeed } from './outcome'
import type { RefreshTokenRecord } from './ports'
import { hashRefreshToken } from './refresh-token'
import { checkUserState } from './user-state'

/**
 * New ID and access tokens for a refresh token; `auth_time` and `origin_jti` stay. `checkClientProof`
 * gets the names that a secret hash may be made over.
 */
export async function refreshSession(
  context: UserPoolContext,
  { pool, client }: FoundClient,
  token: string,
  checkClientProof: (usernames: readonly string[]) => CognitoError | null,
): Promise<Outcome<AuthenticationResult>> {
  if (!allowsFlow(client, 'REFRESH_TOKEN_AUTH')) {
    return refuse('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client')
  }
  const record = await findRecord(context, token)
  const isOurs = record !== null && record.poolId === pool.id && record.clientId === client.id
  const unproved = checkClientProof(isOurs ? [record.username, record.sub] : [])
  if (unproved) return { ok: false, error: unproved }
  if (!isOurs) return refuse('NotAuthorizedException', 'Invalid Refresh Token')
  if (record.revoked) return refuse('NotAuthorizedException', 'Refresh Token has been revoked')
  const nowMs = context.clock.nowMs()
  if (record.expiresAtSec <= nowMs / 1000) return refuse('NotAuthorizedException', 'Refresh Token has expired')
  const user = await context.ports.users.find(pool.id, record.username)
  if (!user || user.sub !== record.sub) return refuse('NotAuthorizedException', 'Invalid Refresh Token')
  const state = checkUserState(user)
  if (state) return { ok: false, error: state }
  const { authTimeSec, originJti, eventId } = record
  const tokens = mintTokens(pool, user, client, { issuer: poolIssuer(pool, context.publicUrl), nowMs, authTimeSec, originJti, eventId })
  return succeed({ AccessToken: tokens.accessToken, ExpiresIn: tokens.expiresInSec, IdToken: tokens.idToken, TokenType: 'Bearer' })
}

async function findRecord({ ports }: UserPoolContext, token: string): Promise<(RefreshTokenRecord & { revoked: boolean }) | null> {
  const tokenHash = hashRefreshToken(token)
  return tokenHash === null ? null : ports.refreshTokens.find(tokenHash)
}
