import { createJwtVerifier } from '../protocol/jwt'
import type { AuthenticationResult } from './authentication-result'
import type { UserPoolContext, UserPoolDeps } from './deps'
import { type GetTokensFromRefreshTokenInput, getTokensFromRefreshToken } from './get-tokens-from-refresh-token'
import { type GetUserOutput, getUser } from './get-user'
import { type InitiateAuthInput, initiateAuth } from './initiate-auth'
import type { Outcome } from './outcome'
import { type RevokeTokenInput, revokeToken } from './revoke-token'
import { createSignInLimits } from './sign-in-limits'

/** What the user pools of this installation do for their users. Inputs are checked for type by the caller. */
export interface UserPools {
  initiateAuth(input: InitiateAuthInput): Promise<Outcome<AuthenticationResult>>
  getTokensFromRefreshToken(input: GetTokensFromRefreshTokenInput): Promise<Outcome<AuthenticationResult>>
  getUser(accessToken: string): Promise<Outcome<GetUserOutput>>
  revokeToken(input: RevokeTokenInput): Promise<Outcome<Record<string, never>>>
}

/** One per process: it holds the counters of failed sign-ins. Rejects only when a port does. */
export function createUserPools(deps: UserPoolDeps): UserPools {
  const context: UserPoolContext = { ...deps, limits: createSignInLimits(deps.clock), verifyJwt: createJwtVerifier(deps.clock) }
  return {
    initiateAuth: (input) => initiateAuth(context, input),
    getTokensFromRefreshToken: (input) => getTokensFromRefreshToken(context, input),
    getUser: (accessToken) => getUser(context, accessToken),
    revokeToken: (input) => revokeToken(context, input),
  }
}
