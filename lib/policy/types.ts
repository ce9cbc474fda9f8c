/**
 * The data of the policy engine: what goes in (policy texts, requests, facts)
 * and what comes out (verdicts, explanations, findings). Pure data, no code.
 */

/** Where a policy is attached; it selects the grammar and the place in the evaluation order. */
export type PolicyKind = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource' | 'endpoint' | 'authorizer' | 'trust'

/** Names a policy in explanations. `id` is stable (an ARN where there is one), `name` is for people. */
export interface PolicySource {
  readonly type: 'managed' | 'inline' | 'boundary' | 'session' | 'organization' | 'api' | 'authorizer' | 'role' | 'endpoint'
  readonly id: string
  readonly name: string
}

/** Half-open range of UTF-16 offsets into the policy's source text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * What is known of one context key. A single value is a string; a multivalued key is an array
 * (it may be empty); a key that is not in the map is absent; `UNKNOWN` is neither, and only it
 * can make a decision `depends`.
 */
export const UNKNOWN: unique symbol = Symbol('unknown fact')
export type Fact = string | readonly string[] | typeof UNKNOWN

/** Facts by condition key in lower case (`aws:sourceip`, `aws:principaltag/team`). A Map is one; undefined is absent. */
export interface Facts {
  get(key: string): Fact | undefined
}

/** Who calls, as principal elements see it. ARNs are written as in IAM. */
export type Principal =
  | { readonly type: 'anonymous' }
  | { readonly type: 'account'; readonly account: string }
  | { readonly type: 'user'; readonly account: string; readonly arn: string; readonly userId: string }
  | {
      readonly type: 'assumedRole'
      readonly account: string
      /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
      readonly arn: string
      /** `arn:aws:iam::ACCOUNT:role/[PATH/]ROLE` */
      readonly roleArn: string
      readonly userId: string
    }
  | { readonly type: 'federatedUser'; readonly account: string; readonly arn: string; readonly userArn: string; readonly userId: string }
  | { readonly type: 'federated'; readonly provider: string }
  | { readonly type: 'service'; readonly service: string }

/** One request as policies see it: `action` is `service:Operation`, `resource` a full ARN. */
export interface AccessRequest {
  readonly principal: Principal
  readonly action: string
  readonly resource: string
  readonly facts: Facts
}

/** What one policy says: `silent` = no statement matched. */
export type PolicyVerdict = 'allow' | 'deny' | 'silent' | 'depends'

/** How the resource's account meets the caller's, and what kind of method is called. */
export type AuthorizationFlow =
  /** AWS_IAM and every other signed AWS call: identity side and resource side, Table A or B. */
  | 'iam'
  /** No authorization on the method: the resource policy alone, explicit Allow needed where one is attached. */
  | 'none'
  /** Before a Lambda authorizer runs: only an explicit Deny counts. */
  | 'lambdaBefore'
  /** After a Lambda authorizer answered: its policy and the resource policy, Table A. */
  | 'lambdaAfter'
  /** User-pool token accepted: the resource policy alone where one is attached. */
  | 'cognito'

/**
 * Every policy that may bear on one request. Lists are empty and single policies null where there
 * is none; `resource: null` means no policy is attached, which is not the same as a silent one.
 */
export interface AccessQuestion<P> {
  readonly flow: AuthorizationFlow
  readonly resourceAccount: string
  readonly identity: readonly P[]
  readonly boundary: P | null
  /** Session policies; empty when the session has none. */
  readonly session: readonly P[]
  /** One list for each level of the organization, root first; every level must allow. */
  readonly scp: readonly (readonly P[])[]
  readonly rcp: readonly (readonly P[])[]
  readonly endpoint: P | null
  readonly resource: P | null
  readonly authorizer: P | null
}

export type AccessOutcome = 'allowed' | 'implicitDeny' | 'explicitDeny' | 'depends'

/** One side of Table A or B. */
export type Side = 'Allow' | 'silent' | 'Deny' | 'depends' | 'none'

/** The cell of the outcome table that was applied. Source: developer guide, apigateway-authorization-flow. */
export interface TableCell {
  readonly table: 'A' | 'B' | 'policyAlone' | 'denyOnly' | 'noPolicy'
  readonly caller: Side
  readonly resource: Side
  /** 1-based row of the table as printed; null for the flows that have no table. */
  readonly row: number | null
}

export interface AccessDecision {
  readonly outcome: AccessOutcome
  readonly cell: TableCell
  /**
   * Points into the question: the policy and statement that settled it; null when silence did.
   * `policyIndex` counts within the kind, for scp and rcp through all levels.
   */
  readonly decidedBy: { readonly kind: PolicyKind; readonly policyIndex: number; readonly statementIndex: number } | null
  /** For an implicit deny: the layer that did not allow. */
  readonly missingAllow: PolicyKind | null
  /**
   * Keys, lower case, whose unknown value the outcome depends on. With `implicitDeny` the request is
   * denied whatever they are; for some of their values the denial is an explicit one.
   */
  readonly missingFacts: readonly string[]
}

export type MatchState = 'match' | 'noMatch' | 'unknown'

export interface ConditionTrace {
  /** As written, with qualifier and suffix: `ForAllValues:StringLikeIfExists`. */
  readonly operator: string
  readonly key: string
  readonly expected: readonly string[]
  readonly actual:
    | { readonly state: 'value'; readonly value: readonly string[] }
    | { readonly state: 'absent' }
    | { readonly state: 'unknown' }
  readonly matched: MatchState
  readonly range: TextRange
}

export interface StatementTrace {
  readonly sid: string | null
  /** 0-based position in the document. */
  readonly index: number
  readonly range: TextRange
  readonly effect: 'Allow' | 'Deny'
  readonly matched: MatchState
  readonly principal: MatchState | 'notApplicable'
  readonly action: MatchState
  readonly resource: MatchState | 'notApplicable'
  /** The element values as written, for display. */
  readonly written: {
    readonly principal: readonly string[]
    readonly action: readonly string[]
    readonly resource: readonly string[]
    /** True where the element is NotPrincipal, NotAction or NotResource. */
    readonly negated: { readonly principal: boolean; readonly action: boolean; readonly resource: boolean }
  }
  readonly conditions: readonly ConditionTrace[]
}

export interface PolicyTrace {
  readonly kind: PolicyKind
  readonly source: PolicySource
  readonly outcome: PolicyVerdict
  readonly statements: readonly StatementTrace[]
}

export interface AccessExplanation {
  readonly decision: AccessDecision
  /** In evaluation order: identity, boundary, session, scp, rcp, endpoint, resource, authorizer. */
  readonly policies: readonly PolicyTrace[]
  /** Index into `policies` of the deciding policy, or null. */
  readonly decidingPolicy: number | null
}

export type Severity = 'error' | 'security' | 'warning' | 'suggestion'

/** A replacement that mends a finding: apply all edits at once, offsets of the original text. */
export interface QuickFix {
  readonly title: string
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[]
}

export interface Finding {
  /** Stable id, e.g. `MISSING_ACTION`, `APIGW_ROUTE_NOT_FOUND`. */
  readonly id: string
  readonly severity: Severity
  readonly range: TextRange
  /** JSON pointer into the policy document, '' for the whole. */
  readonly pointer: string
  readonly message: string
  /** True when the policy cannot be enforced as written: it blocks saving. */
  readonly blocksSaving: boolean
  readonly fix?: QuickFix
}

/** What the API-aware diagnostics may know of the API that a resource policy belongs to. */
export interface ApiFacts {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly apiId: string
  readonly protocol: 'REST' | 'HTTP'
  readonly endpointType: 'REGIONAL' | 'EDGE' | 'PRIVATE'
  readonly stages: readonly string[]
  readonly routes: readonly {
    readonly method: string
    readonly path: string
    readonly auth: 'NONE' | 'AWS_IAM' | 'COGNITO_USER_POOLS' | 'CUSTOM'
  }[]
}
