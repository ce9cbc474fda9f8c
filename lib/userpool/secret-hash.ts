import { createHmac, timingSafeEqual } from 'node:crypto'
import type { UserPoolClient } from '../domain/world'
import { type CognitoError, refuse } from './outcome'

/** Base64 HMAC-SHA256 of username and client id under the client secret. Source: developer guide, signing-up-users, secret hash. */
export function computeSecretHash(clientSecret: string, username: string, clientId: string): string {
  return createHmac('sha256', clientSecret).update(`${username}${clientId}`, 'utf8').digest('base64')
}

/** Null when the request may go on: the client has no secret, or the hash over one of `usernames` was sent. */
export function checkSecretHash(client: UserPoolClient, usernames: readonly string[], given: string | undefined): CognitoError | null {
  if (client.secret === null) return given === undefined ? null : unverified(client)
  if (given === undefined) {
    return refuse('NotAuthorizedException', `Client ${client.id} is configured with secret but SECRET_HASH was not received`).error
  }
  const { secret } = client
  return usernames.some((username) => isSameSecret(computeSecretHash(secret, username, client.id), given)) ? null : unverified(client)
}

/** As `checkSecretHash`, for the operations that take the secret itself. */
export function checkClientSecret(client: UserPoolClient, given: string | undefined): CognitoError | null {
  if (client.secret === null) return given === undefined ? null : unverified(client)
  return given !== undefined && isSameSecret(client.secret, given) ? null : unverified(client)
}

function unverified(client: UserPoolClient): CognitoError {
  return refuse('NotAuthorizedException', `Unable to verify secret hash for client ${client.id}`).error
}

function isSameSecret(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected, 'utf8'), Buffer.from(given, 'utf8')]
  return a.length === b.length && timingSafeEqual(a, b)
}
