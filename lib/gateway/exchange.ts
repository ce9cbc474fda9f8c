/**
 * Everything that one request is and becomes on its way through the stages. The stages write what they
 * found here; the answer and, when somebody reads it, the tree are made from it.
 */
import type { EvaluateCaller } from '../domain/evaluate'
import type { Stage } from '../domain/world'
import type { AccessDecision, AccessQuestion, AccessRequest, CompiledPolicy, Facts } from '../policy'
import type { JwtClaims } from '../protocol/jwt'
import { type Head, readHead } from './head'
import type { RawRequest, RawResponse } from './ports'
import type { ReasonCode } from './reasons/reason-code'
import type { CompiledApi, CompiledPrincipal, CompiledRoute, Snapshot } from './snapshot'
import type { Target } from './target'

/** A stage refused: the code's row has the answer, the rest fills its sentence. */
export interface Refusal {
  readonly outcome: 'fail'
  readonly code: ReasonCode
  /** Replaces the row's message in the wire body. */
  readonly message?: string
  /** What to tell people, never the client: one plain fact or two. */
  readonly note?: string
  readonly detail?: readonly DetailRow[]
}

export type DetailRow = { readonly label: string; readonly value: string; readonly preformatted?: boolean }

export type StageResult = Refusal | { readonly outcome: 'pass' } | { readonly outcome: 'skip' }
export const PASS: StageResult = { outcome: 'pass' }
export const SKIP: StageResult = { outcome: 'skip' }

export function refuse(code: ReasonCode, more: Omit<Refusal, 'outcome' | 'code'> = {}): Refusal {
  return { outcome: 'fail', code, ...more }
}

/** One question to the policy engine with its answer; asked again, it explains. */
export interface Access {
  readonly question: AccessQuestion<CompiledPolicy>
  readonly request: AccessRequest
  readonly decision: AccessDecision
}

/** A caller that AWS_IAM authentication accepted. */
export interface IamCaller {
  readonly principal: CompiledPrincipal
  /** Null when the caller was injected and no key was used. */
  readonly accessKeyId: string | null
  /** For role sessions. */
  readonly session: { readonly name: string; readonly mfaAgeSec: number | null; readonly tagFacts: ReadonlyMap<string, string> } | null
}

export type AuthorizerResult =
  | { readonly type: 'cognito'; readonly claims: JwtClaims; readonly poolId: string; readonly username: string }
  | {
      readonly type: 'lambda'
      readonly principalId: string
      readonly policy: CompiledPolicy
      readonly context: ReadonlyMap<string, string>
      /** Age of the cached result; null when the function ran for this request. */
      readonly cachedAgeMs: number | null
      readonly durationMs: number
    }

export class Exchange {
  form: 'path' | 'host' = 'path'
  target: Target | null = null
  /** Raw prefix of the path form, `/gateway/{api}/{stage}`. */
  basePath = ''
  api: CompiledApi | null = null
  stage: Stage | null = null
  /** As sent, below the stage, starts with `/`. */
  rawPath = '/'
  rawQuery = ''
  /** The one canonical path of the request, below the stage. */
  path = '/'
  route: CompiledRoute | null = null
  /** Path parameters as matched, not decoded. */
  params: ReadonlyMap<string, string> = NO_PARAMS
  /** Filled when somebody asks. */
  methodArn: string | null = null
  facts: Facts | null = null
  iam: IamCaller | null = null
  authorizer: AuthorizerResult | null = null
  /** Asked before a Lambda authorizer runs, or of a method without authorization. */
  beforeAccess: Access | null = null
  /** Asked at the authorize stage. */
  access: Access | null = null
  response: RawResponse | null = null
  /** Status of the answer; kept when the answer itself is let go. */
  status = 0
  /** One row of the integrate stage's detail: where the request went. */
  upstreamUrl: string | null = null
  /** When the clock was last read. */
  readUs = 0
  readonly results: (StageResult | undefined)[] = []
  readonly durationsUs: number[] = []

  constructor(
    readonly snapshot: Snapshot,
    public request: RawRequest,
    public head: Head,
    readonly requestId: string,
    readonly atMs: number,
    readonly sourceIp: string,
    /** Null for a live request; an evaluation's caller, who may still bring credentials of its own. */
    readonly injected: EvaluateCaller | null,
    /** False: the integration is not called. */
    readonly send: boolean,
  ) {}

  /** The refusal that ended the request, or null. */
  get refusal(): Refusal | null {
    const last = this.results[this.results.length - 1]
    return last?.outcome === 'fail' ? last : null
  }

  get isHttpApi(): boolean {
    return this.api?.api.protocol === 'HTTP'
  }
}

const NO_PARAMS: ReadonlyMap<string, string> = new Map()
const NO_BYTES = new Uint8Array(0)
const NOTHING: readonly string[] = []
const NO_HEAD = readHead(NOTHING)

/** Lets go of body, headers and credentials; what the tree needs stays. */
export function forgetRequest(x: Exchange): void {
  const { method, secure, peer } = x.request
  x.request = { method, secure, peer, rawHeaders: NOTHING, body: NO_BYTES, target: '' }
  x.head = NO_HEAD
  x.target = null
  x.response = null
}
