import type { PoolUser, UserPool, UserPoolClient } from '../domain/world'
import type { AuthenticationResult } from './authentication-result'
import { allowsFlow, findClientFor } from './client-flows'
import type { UserPoolContext } from './deps'
import { poolIssuer } from './documents'
import { hashSlots } from './hash-slots'
import { mintTokens } from './mint-tokens'
import { type Outcome, refuse, succeed } from './outcome'
import { comparePassword, DECOY_HASH, PASSWORD_CHARS_MAX } from './password-hash'
import { refreshSession } from './refresh-session'
import { newRefreshToken } from './refresh-token'
import { checkSecretHash } from './secret-hash'
import { checkUserState } from './user-state'

export interface InitiateAuthInput {
  readonly AuthFlow: string
  readonly ClientId: string
  readonly AuthParameters: ReadonlyMap<string, string>
}

/** Source: Cognito API, UsernameType. No user has another name. */
const USERNAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u

/** Signs a user in or refreshes a session. Source: Cognito API, InitiateAuth. */
export async function initiateAuth(context: UserPoolContext, input: InitiateAuthInput): Promise<Outcome<AuthenticationResult>> {
  const found = findClientFor(context, input.ClientId)
  if (!found.ok) return found
  const { pool, client } = found.value
  switch (input.AuthFlow) {
    case 'USER_PASSWORD_AUTH':
      return signIn(context, pool, client, input.AuthParameters)
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN': {
      const token = input.AuthParameters.get('REFRESH_TOKEN')
      if (!token) return missing('REFRESH_TOKEN')
      const secretHash = input.AuthParameters.get('SECRET_HASH')
      return refreshSession(context, found.value, token, (usernames) => checkSecretHash(client, usernames, secretHash))
    }
    case 'ADMIN_USER_PASSWORD_AUTH':
    case 'ADMIN_NO_SRP_AUTH':
      return refuse('InvalidParameterException', 'Initiate Auth method not supported.')
    default:
      return refuse('InvalidParameterException', `${input.AuthFlow} flow not enabled for this client`)
  }
}

async function signIn(
  context: UserPoolContext,
  pool: UserPool,
  client: UserPoolClient,
  parameters: ReadonlyMap<string, string>,
): Promise<Outcome<AuthenticationResult>> {
  if (!allowsFlow(client, 'USER_PASSWORD_AUTH')) {
    return refuse('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client')
  }
  const username = parameters.get('USERNAME')
  if (!username) return missing('USERNAME')
  const password = parameters.get('PASSWORD')
  if (!password) return missing('PASSWORD')
  const unverified = checkSecretHash(client, [username], parameters.get('SECRET_HASH'))
  if (unverified) return { ok: false, error: unverified }
  if (!USERNAME.test(username) || password.length > PASSWORD_CHARS_MAX) return incorrect()
  const user = await checkPassword(context, pool, client, username, password)
  if (!user.ok) return user
  const state = checkUserState(user.value)
  return state ? { ok: false, error: state } : openSession(context, pool, client, user.value)
}

// The same work, limits and answers whether or not there is such a user, where the client masks that.
async function checkPassword(
  { ports, limits }: UserPoolContext,
  pool: UserPool,
  client: UserPoolClient,
  username: string,
  password: string,
): Promise<Outcome<PoolUser>> {
  const user = await ports.users.find(pool.id, username)
  const key = { poolId: pool.id, username, exists: user !== null }
  const verdict = await hashSlots.tryRun(async () => {
    if (limits.isLocked(key)) return 'locked'
    const matches = await comparePassword(password, user?.passwordHash ?? DECOY_HASH)
    if (matches && user?.passwordHash) {
      limits.succeeded(key)
      return 'right'
    }
    limits.failed(key)
    return 'wrong'
  })
  if (verdict === null) return refuse('TooManyRequestsException', 'Too many requests')
  if (verdict === 'locked') return refuse('NotAuthorizedException', 'Password attempts exceeded')
  if (verdict === 'right' && user) return succeed(user)
  if (!user && !client.preventUserExistenceErrors) return refuse('UserNotFoundException', 'User does not exist.')
  return incorrect()
}

async function openSession(
  { ports, publicUrl, clock }: UserPoolContext,
  pool: UserPool,
  client: UserPoolClient,
  user: PoolUser,
): Promise<Outcome<AuthenticationResult>> {
  const tokens = mintTokens(pool, user, client, { issuer: poolIssuer(pool, publicUrl), nowMs: clock.nowMs() })
  const refresh = newRefreshToken()
  await ports.refreshTokens.save({
    tokenHash: refresh.hash,
    poolId: pool.id,
    clientId: client.id,
    username: user.username,
    sub: user.sub,
    originJti: tokens.originJti,
    eventId: tokens.eventId,
    authTimeSec: tokens.authTimeSec,
    expiresAtSec: tokens.authTimeSec + client.refreshTokenValiditySec,
  })
  return succeed({
    AccessToken: tokens.accessToken,
    ExpiresIn: tokens.expiresInSec,
    IdToken: tokens.idToken,
    RefreshToken: refresh.token,
    TokenType: 'Bearer',
  })
}

function incorrect() {
  return refuse('NotAuthorizedException', 'Incorrect username or password.')
}

function missing(name: string) {
  return refuse('InvalidParameterException', `Missing required parameter ${name}`)
}
