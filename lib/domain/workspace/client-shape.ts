import { z } from 'zod'
import { deepEqual } from '../document/deep-equal'
import { clientId } from './patterns'
import { descriptive, enforced, key, readOnly, type Shape, unsupported } from './shape'

const SUPPORTED_FLOWS: ReadonlySet<string> = new Set(['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'])

/** What AWS gives a client that names no flows. Source: CreateUserPoolClient, ExplicitAuthFlows. */
export const DEFAULT_AUTH_FLOWS: readonly string[] = ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH']

const authFlows = z.array(z.string()).superRefine((flows, context) => {
  if (deepEqual([...flows].sort(), DEFAULT_AUTH_FLOWS)) return
  flows.forEach((flow, index) => {
    if (!SUPPORTED_FLOWS.has(flow))
      context.addIssue({ code: 'custom', params: { code: 'not_supported' }, path: [index], message: `The flow ${flow} is not supported.` })
  })
})

const validity = z.int().min(0).max(315_360_000)
const unit = z.enum(['seconds', 'minutes', 'hours', 'days'])
const oauth = 'There are no OAuth endpoints.'
const dates = readOnly('AWS notes when; Gatehouse keeps its own history.')

export const clientShape = {
  ClientId: key('Names the client; aud and client_id of its tokens.', clientId),
  ClientName: descriptive('Name for people.', z.string().min(1).max(128)),
  ClientSecret: enforced(
    'Checks SECRET_HASH; kept encrypted.',
    z
      .string()
      .min(24)
      .max(64)
      .regex(/^[\w+]+$/),
  ),
  GenerateSecret: enforced('Whether the client has a secret.', z.boolean()),
  ExplicitAuthFlows: enforced('Flows that the client may use.', authFlows),
  RefreshTokenValidity: enforced('Lifetime of refresh tokens.', validity),
  AccessTokenValidity: enforced('Lifetime of access tokens.', validity),
  IdTokenValidity: enforced('Lifetime of ID tokens.', validity),
  TokenValidityUnits: enforced(
    'Units of the lifetimes.',
    z.strictObject({ AccessToken: unit.optional(), IdToken: unit.optional(), RefreshToken: unit.optional() }),
  ),
  PreventUserExistenceErrors: enforced('Hides whether a user exists.', z.enum(['ENABLED', 'LEGACY'])),
  EnableTokenRevocation: unsupported('Refresh tokens can always be revoked.', true),
  ReadAttributes: unsupported('A client reads every attribute.'),
  WriteAttributes: unsupported('Attributes are written by an administrator.'),
  SupportedIdentityProviders: unsupported('Users of the pool sign in themselves.', ['COGNITO']),
  CallbackURLs: unsupported(oauth),
  LogoutURLs: unsupported(oauth),
  DefaultRedirectURI: unsupported(oauth),
  AllowedOAuthFlows: unsupported(oauth),
  AllowedOAuthScopes: unsupported(oauth),
  AllowedOAuthFlowsUserPoolClient: unsupported(oauth),
  AnalyticsConfiguration: unsupported('No analytics are sent.'),
  EnablePropagateAdditionalUserContextData: unsupported('Threat protection cannot be enforced.'),
  AuthSessionValidity: unsupported('A sign-in session lives 3 minutes.', 3),
  RefreshTokenRotation: unsupported(
    'Refresh tokens are not rotated.',
    { Feature: 'DISABLED' },
    { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 },
  ),
  UserPoolId: readOnly('The pool that it stands in.'),
  CreationDate: dates,
  LastModifiedDate: dates,
} satisfies Shape
