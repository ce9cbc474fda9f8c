import type { StageName } from '../../domain/decision'
import type { PolicyTrace, TableCell } from '../../policy'
import type { JwtVerifier } from '../../protocol/jwt'
import type { SigV4Verifier } from '../../protocol/sigv4'
import type { AuthorizerCache } from '../authorizer/cache'
import type { LambdaVerdict } from '../authorizer/invoke'
import type { DetailRow, Exchange, StageResult } from '../exchange'
import type { GatewayPorts } from '../ports'

/** One step of the pipeline. */
export interface Stage {
  readonly name: StageName
  /** Decides, writing what it found into the exchange. Synchronous wherever nothing is waited for. */
  run(x: Exchange, env: StageEnv): StageResult | Promise<StageResult>
  /** What the stage did or why it did nothing, read out of the exchange afterwards. */
  tell(x: Exchange, result: StageResult): Telling
}

export interface StageEnv {
  readonly ports: GatewayPorts
  readonly verifySigV4: SigV4Verifier
  readonly verifyJwt: JwtVerifier
  readonly authorizerCache: AuthorizerCache<LambdaVerdict>
}

export interface Telling {
  readonly why: string
  readonly detail?: readonly DetailRow[]
  readonly policies?: readonly PolicyTrace[]
  readonly cell?: TableCell
}
