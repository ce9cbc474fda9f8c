import type { UserPool, UserPoolClient } from '../domain/world'
import type { JwtVerifier } from '../protocol/jwt'
import type { UserPoolPorts } from './ports'
import type { SignInLimits } from './sign-in-limits'

export interface FoundClient {
  readonly pool: UserPool
  readonly client: UserPoolClient
}

/** What the user pools of a process are made from. */
export interface UserPoolDeps {
  readonly ports: UserPoolPorts
  /** Looks an app client up in the enforced configuration, over all pools. */
  readonly findClient: (clientId: string) => FoundClient | null
  /** Public address without trailing slash. */
  readonly publicUrl: string
  readonly clock: { nowMs(): number }
}

/** The same with the state that lives as long as the process. */
export interface UserPoolContext extends UserPoolDeps {
  readonly limits: SignInLimits
  readonly verifyJwt: JwtVerifier
}
