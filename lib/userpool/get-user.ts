import type { UserPoolContext } from './deps'
import { type Outcome, refuse, succeed } from './outcome'
import { verifyAccessToken } from './verify-access-token'

/** Field names as on the wire. */
export interface GetUserOutput {
  readonly Username: string
  /** `sub` first. */
  readonly UserAttributes: readonly { readonly Name: string; readonly Value: string }[]
}

/** The user an access token belongs to. Source: Cognito API, GetUser. */
export async function getUser(context: UserPoolContext, accessToken: string): Promise<Outcome<GetUserOutput>> {
  const verified = await verifyAccessToken(context, accessToken)
  if (!verified.ok) return verified
  const { pool, username, sub } = verified.value
  const user = await context.ports.users.find(pool.id, username)
  if (!user || user.sub !== sub) return refuse('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) return refuse('NotAuthorizedException', 'User is disabled.')
  const attributes = user.attributes.filter(({ name }) => name !== 'sub').map(({ name, value }) => ({ Name: name, Value: value }))
  return succeed({ Username: user.username, UserAttributes: [{ Name: 'sub', Value: user.sub }, ...attributes] })
}
