import { parseJwt } from '../protocol/jwt'
import { findClientFor } from './client-flows'
import type { UserPoolContext } from './deps'
import { type Outcome, refuse, succeed } from './outcome'
import { hashRefreshToken } from './refresh-token'
import { checkClientSecret } from './secret-hash'

export interface RevokeTokenInput {
  readonly ClientId: string
  readonly Token: string
  readonly ClientSecret?: string
}

/**
 * Revokes a refresh token and with it the access tokens of its session. An unknown token is no
 * error. Source: Cognito API, RevokeToken; RFC 7009, section 2.2.
 */
export async function revokeToken(context: UserPoolContext, input: RevokeTokenInput): Promise<Outcome<Record<string, never>>> {
  const found = findClientFor(context, input.ClientId)
  if (!found.ok) return found
  const unproved = checkClientSecret(found.value.client, input.ClientSecret)
  if (unproved) return { ok: false, error: unproved }
  if (parseJwt(input.Token).ok) return refuse('UnsupportedTokenTypeException', 'Unsupported token type')
  const tokenHash = hashRefreshToken(input.Token)
  const record = tokenHash === null ? null : await context.ports.refreshTokens.find(tokenHash)
  if (!record) return succeed({})
  if (record.clientId !== found.value.client.id) return refuse('UnauthorizedException', 'The token was not issued to this client')
  await context.ports.refreshTokens.revoke(record.tokenHash)
  return succeed({})
}
