/**
 * What a user pool does: sign-in, refresh, revocation, tokens and the documents under its issuer.
 * Configuration comes in as arguments, users and sessions through ports; outcomes are data, a
 * refusal is a Cognito exception. May import lib/shared, lib/protocol and lib/domain.
 * @module
 */
export type { AuthenticationResult } from './authentication-result'
export type { FoundClient, UserPoolDeps } from './deps'
export { discovery, jwks, poolIssuer } from './documents'
export type { GetTokensFromRefreshTokenInput } from './get-tokens-from-refresh-token'
export type { GetUserOutput } from './get-user'
export type { InitiateAuthInput } from './initiate-auth'
export { API_SCOPE, type MintedTokens, type MintOptions, mintTokens } from './mint-tokens'
export type { CognitoError, CognitoErrorName, Outcome } from './outcome'
export { hashPassword, isPasswordHash, PASSWORD_CHARS_MAX, verifyPassword } from './password-hash'
export type { RefreshTokenRecord, UserPoolPorts } from './ports'
export type { RevokeTokenInput } from './revoke-token'
export { computeSecretHash } from './secret-hash'
export { generateSigningKeys } from './signing-keys'
export { createUserPools, type UserPools } from './user-pools'
