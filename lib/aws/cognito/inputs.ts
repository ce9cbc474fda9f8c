import { z } from 'zod'

const clientId = z.string().regex(/^[\w+]{1,128}$/, 'must be 1 to 128 word characters or +')
const clientSecret = z.string().regex(/^[\w+]{1,64}$/, 'must be 1 to 64 word characters or +')
const token = z.string().regex(/^[A-Za-z0-9\-_=.]{1,16384}$/, 'must be a token')

const AUTH_FLOWS = [
  'ADMIN_NO_SRP_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'CUSTOM_AUTH',
  'REFRESH_TOKEN',
  'REFRESH_TOKEN_AUTH',
  'USER_AUTH',
  'USER_PASSWORD_AUTH',
  'USER_SRP_AUTH',
] as const

/** Fields that are not read (ClientMetadata, AnalyticsMetadata, UserContextData) may be there. Source: botocore, cognito-idp. */
export const initiateAuthSchema = z.object({
  AuthFlow: z.enum(AUTH_FLOWS),
  ClientId: clientId,
  AuthParameters: z
    .record(z.string().max(256), z.string().max(16_384))
    .optional()
    .transform((parameters) => new Map(Object.entries(parameters ?? {}))),
})

export const getTokensFromRefreshTokenSchema = z.object({ ClientId: clientId, RefreshToken: token, ClientSecret: clientSecret.optional() })

export const getUserSchema = z.object({ AccessToken: token })

export const revokeTokenSchema = z.object({ ClientId: clientId, Token: token, ClientSecret: clientSecret.optional() })
