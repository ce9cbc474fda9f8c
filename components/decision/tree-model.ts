/** What the decision tree shows, worked out of a decision: which stage decided, which were reached, what settled it. */
import type { Decision, StageName, StageTrace } from '@/lib/domain/decision'
import type { ConditionTrace, PolicyKind, PolicyTrace, StatementTrace } from '@/lib/policy/types'

export type StageState = 'passed' | 'failed' | 'skipped' | 'depends'

export interface StageRow {
  readonly key: string
  readonly trace: StageTrace
  readonly state: StageState
  readonly decides: boolean
}

export interface TreeModel {
  /** In pipeline order, as far as the request came. */
  readonly rows: readonly StageRow[]
  readonly notReached: readonly StageTrace[]
  readonly totalUs: number | null
}

export const STAGE_LABELS: Readonly<Record<StageName, string>> = {
  host: 'Host',
  route: 'Route',
  resourcePolicy: 'Resource policy',
  authenticate: 'Authenticate',
  authorizer: 'Authorizer',
  authorize: 'Authorize',
  apiKey: 'API key',
  throttle: 'Throttle',
  quota: 'Quota',
  validate: 'Validate',
  integrate: 'Integrate',
}

export const POLICY_KIND_LABELS: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  resource: 'resource policy',
  endpoint: 'endpoint policy',
  authorizer: 'policy from the authorizer',
  trust: 'trust policy',
}

const STATES: Readonly<Record<Exclude<StageTrace['outcome'], 'notReached'>, StageState>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
  depends: 'depends',
}

export function treeModel(decision: Decision): TreeModel {
  const deciding = decidingStage(decision)
  const rows: StageRow[] = []
  const notReached: StageTrace[] = []
  decision.stages.forEach((trace, index) => {
    if (trace.outcome === 'notReached') notReached.push(trace)
    else rows.push({ key: `${trace.name}-${index}`, trace, state: STATES[trace.outcome], decides: index === deciding })
  })
  const timed = decision.stages.filter((stage) => stage.durationUs !== undefined)
  return { rows, notReached, totalUs: timed.length > 0 ? timed.reduce((sum, stage) => sum + (stage.durationUs ?? 0), 0) : null }
}

/** A Lambda method has the resource policy twice: the stage that failed is the one that decided, else the last. */
function decidingStage(decision: Decision): number {
  const named = decision.stages.flatMap((stage, index) =>
    stage.name === decision.decidedBy.stage && stage.outcome !== 'notReached' ? [index] : [],
  )
  return named.find((index) => decision.stages[index]?.outcome === 'fail') ?? named.at(-1) ?? -1
}

export interface Deciding {
  readonly policy: PolicyTrace | null
  readonly statement: StatementTrace | null
  readonly condition: ConditionTrace | null
}

/** The policy, statement and condition that settled the stage; null where silence did. */
export function decidingParts(decision: Decision, stage: StageTrace): Deciding {
  const { decidedBy } = decision
  const policy = decidedBy.policy === undefined ? null : (stage.policies[decidedBy.policy] ?? null)
  const statement = policy?.statements.find((item) => item.index === decidedBy.statement) ?? null
  const condition = decidedBy.condition === undefined ? null : (statement?.conditions[decidedBy.condition] ?? null)
  return { policy, statement, condition }
}

/** `5 by resource, 3 by principal`: the first element of each statement that did not match, counted. */
export function missReasons(statements: readonly StatementTrace[]): string {
  const counts = new Map<string, number>()
  for (const statement of statements) {
    const reason = missReason(statement)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1])
    .map(([reason, count]) => `${count} by ${reason}`)
    .join(', ')
}

export function missReason(statement: StatementTrace): string | null {
  if (statement.matched === 'match') return null
  if (statement.resource === 'noMatch') return 'resource'
  if (statement.principal === 'noMatch') return 'principal'
  if (statement.action === 'noMatch') return 'action'
  if (statement.conditions.some((condition) => condition.matched === 'noMatch')) return 'condition'
  return statement.matched === 'unknown' ? 'an unknown fact' : null
}

/** `61 µs`, `1.2 ms`. */
export function formatUs(us: number): string {
  if (us < 1000) return `${Math.round(us)} µs`
  return us < 100_000 ? `${(us / 1000).toFixed(1)} ms` : `${Math.round(us / 1000)} ms`
}
