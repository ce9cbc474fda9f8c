import { randomUUID } from 'node:crypto'
import type { PoolUser, UserPool, UserPoolClient } from '../domain/world'
import { signJwt } from '../protocol/jwt'
import { buildAccessClaims, buildIdClaims } from './claims'
import { findSigningKey } from './signing-keys'

/** Source: developer guide: sign-in over the API always gives exactly this scope. */
export const API_SCOPE = 'aws.cognito.signin.user.admin'

export interface MintOptions {
  /** Issuer of the pool, see `poolIssuer`. */
  readonly issuer: string
  readonly nowMs: number
  /** Epoch seconds of the sign-in; now unless given. */
  readonly authTimeSec?: number
  /** New ones unless given. */
  readonly originJti?: string
  readonly eventId?: string
  /** Scopes of the access token; the API's own unless given. */
  readonly scopes?: readonly string[]
  /** Seconds both tokens live at most, below what the client says. */
  readonly lifetimeSecMax?: number
}

export interface MintedTokens {
  readonly idToken: string
  readonly accessToken: string
  /** Seconds until the access token expires. */
  readonly expiresInSec: number
  readonly originJti: string
  readonly eventId: string
  readonly authTimeSec: number
}

/** An ID and an access token of one sign-in, RS256, each signed with the pool's key for it. Checks nothing about the user. */
export function mintTokens(pool: UserPool, user: PoolUser, client: UserPoolClient, options: MintOptions): MintedTokens {
  const issuedAtSec = Math.floor(options.nowMs / 1000)
  const facts = {
    issuer: options.issuer,
    issuedAtSec,
    authTimeSec: options.authTimeSec ?? issuedAtSec,
    originJti: options.originJti ?? randomUUID(),
    eventId: options.eventId ?? randomUUID(),
  }
  const lifetimeSecMax = options.lifetimeSecMax ?? Number.POSITIVE_INFINITY
  const bounded = {
    ...client,
    idTokenValiditySec: Math.min(client.idTokenValiditySec, lifetimeSecMax),
    accessTokenValiditySec: Math.min(client.accessTokenValiditySec, lifetimeSecMax),
  }
  const scope = (options.scopes ?? [API_SCOPE]).join(' ')
  return {
    idToken: signJwt(buildIdClaims(pool, user, bounded, facts, randomUUID()), findSigningKey(pool, 'id')),
    accessToken: signJwt(buildAccessClaims(pool, user, bounded, facts, { jti: randomUUID(), scope }), findSigningKey(pool, 'access')),
    expiresInSec: bounded.accessTokenValiditySec,
    originJti: facts.originJti,
    eventId: facts.eventId,
    authTimeSec: facts.authTimeSec,
  }
}
