/** What a user pool needs from outside. The store implements it; lib/userpool/contract.ts holds every adapter to it. */
import type { PoolUser } from '../domain/world'

/** One sign-in's refresh token as kept: never the token itself. */
export interface RefreshTokenRecord {
  /** SHA-256 of the token, lower-case hex. Unique over all pools. */
  readonly tokenHash: string
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  /** The user's `sub` at sign-in: a user made anew under the same name does not inherit the session. */
  readonly sub: string
  /** Same UUID in every token of the session; what revocation is keyed by. */
  readonly originJti: string
  readonly eventId: string
  /** Epoch seconds of the sign-in; stays across refreshes. */
  readonly authTimeSec: number
  readonly expiresAtSec: number
}

export interface UserPoolPorts {
  readonly users: {
    /** The user with exactly this username (case-sensitive); null when there is none. */
    find(poolId: string, username: string): Promise<PoolUser | null>
  }
  readonly refreshTokens: {
    save(record: RefreshTokenRecord): Promise<void>
    /** Also finds revoked and expired ones until they are deleted. */
    find(tokenHash: string): Promise<(RefreshTokenRecord & { readonly revoked: boolean }) | null>
    /** Revokes the session of this token; no effect when it is unknown or revoked already. */
    revoke(tokenHash: string): Promise<void>
    /** True once a session of this pool with that `origin_jti` was revoked; false for sessions that are not on record. */
    isSessionRevoked(poolId: string, originJti: string): Promise<boolean>
    /** Deletes records with `expiresAtSec` before the given time; returns how many. */
    deleteExpired(beforeSec: number): Promise<number>
  }
}
