import type { UserPool } from '../domain/world'
import type { UserPools } from '../userpool'

export interface AwsDeps {
  readonly pools: UserPools
  /** Looks a pool up in the enforced configuration. */
  readonly findPool: (poolId: string) => UserPool | null
  /** Public address without trailing slash. */
  readonly publicUrl: string
  /** Takes what went wrong on our side; the client gets InternalErrorException. */
  readonly reportError: (error: unknown) => void
}
