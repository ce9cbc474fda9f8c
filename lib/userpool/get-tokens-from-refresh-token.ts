import type { AuthenticationResult } from './authentication-result'
import { findClientFor } from './client-flows'
import type { UserPoolContext } from './deps'
import type { Outcome } from './outcome'
import { refreshSession } from './refresh-session'
import { checkClientSecret } from './secret-hash'

export interface GetTokensFromRefreshTokenInput {
  readonly ClientId: string
  readonly RefreshToken: string
  readonly ClientSecret?: string
}

/** Refreshes a session; takes the client secret itself. Source: Cognito API, GetTokensFromRefreshToken. */
export async function getTokensFromRefreshToken(
  context: UserPoolContext,
  input: GetTokensFromRefreshTokenInput,
): Promise<Outcome<AuthenticationResult>> {
  const found = findClientFor(context, input.ClientId)
  if (!found.ok) return found
  return refreshSession(context, found.value, input.RefreshToken, () => checkClientSecret(found.value.client, input.ClientSecret))
}
