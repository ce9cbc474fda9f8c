/** The words of sentences: names of what took part, as links. */
import type { SentencePart } from '../domain/decision'
import {
  type AccessExplanation,
  type ConditionTrace,
  type PolicySource,
  type PolicyTrace,
  parseIp,
  parseIpRange,
  rangeHolds,
  type StatementTrace,
} from '../policy'
import { methodArn } from './arn'
import type { Exchange, Refusal } from './exchange'
import { mono, say } from './say'

/** What a sentence may speak of. */
export interface Tale {
  readonly x: Exchange
  readonly refusal: Refusal | null
  /** Of the stage that decided on policies; null when none did. */
  readonly access: AccessExplanation | null
}

export function apiPart({ x }: Tale): SentencePart {
  const api = x.api?.api
  return api ? { text: api.name, ref: { kind: 'api', id: api.id } } : { text: 'no API' }
}

export function routePart({ x }: Tale): SentencePart {
  const key = x.route?.spec.key ?? `${x.request.method} ${x.path}`
  return { text: key, mono: true, ref: x.route ? { kind: 'route', id: `${x.api!.api.id}#${key}` } : undefined }
}

export function callerPart({ x }: Tale): SentencePart {
  if (x.iam) return { text: callerName(x), ref: { kind: 'principal', id: x.iam.principal.arn } }
  if (x.authorizer?.type === 'cognito') return { text: x.authorizer.username, ref: { kind: 'userPool', id: x.authorizer.poolId } }
  return { text: 'an anonymous caller' }
}

export function callerName(x: Exchange): string {
  if (x.iam) return x.iam.session ? `${x.iam.principal.name}/${x.iam.session.name}` : x.iam.principal.name
  if (x.authorizer?.type === 'cognito') return x.authorizer.username
  if (x.authorizer?.type === 'lambda') return x.authorizer.principalId
  return 'anonymous'
}

export function authorizerPart({ x }: Tale): SentencePart {
  const auth = x.route?.auth
  if (auth?.type !== 'LAMBDA' && auth?.type !== 'COGNITO_USER_POOLS') return { text: 'the authorizer' }
  return { text: auth.spec.name, ref: { kind: 'authorizer', id: `${x.api!.api.id}#${auth.spec.name}` } }
}

export function notePart({ refusal }: Tale): string {
  return refusal?.note ?? 'no more is known'
}

export function methodArnPart({ x }: Tale): SentencePart {
  return mono(methodArn(x))
}

/** `BlockBadNetwork in the resource policy of orders`; the position stands in for a missing Sid. */
export function decidingStatement(tale: Tale): SentencePart[] {
  const found = findDeciding(tale.access)
  return found ? statementIn(found.policy, found.statement) : say`a policy`
}

export function statementIn(policy: PolicyTrace, statement: StatementTrace): SentencePart[] {
  const name = statement.sid || `statement ${statement.index + 1}`
  return say`${{ text: name, ref: { kind: 'statement', id: `${policy.source.id}#${statement.sid || statement.index}` } }} in ${policyPart(policy.source)}`
}

export function policyPart(source: PolicySource): SentencePart[] {
  if (source.type === 'api') return say`the ${{ text: `resource policy of ${source.name}`, ref: { kind: 'apiPolicy', id: source.id } }}`
  if (source.type === 'authorizer')
    return say`the policy that ${{ text: source.name, ref: { kind: 'authorizer', id: source.id } }} returned`
  return [{ text: source.name, ref: { kind: 'iamPolicy', id: source.id } }]
}

/** The statement that settled the question, or null when silence did. */
export function findDeciding(access: AccessExplanation | null): { policy: PolicyTrace; statement: StatementTrace } | null {
  if (!access?.decision.decidedBy || access.decidingPolicy === null) return null
  const policy = access.policies[access.decidingPolicy]
  const { statementIndex } = access.decision.decidedBy
  const statement = policy?.statements.find(({ index }) => index === statementIndex)
  return policy && statement ? { policy, statement } : null
}

/** `: aws:SourceIp is 203.0.113.9, inside 203.0.113.0/24`, or nothing when the statement has no condition. */
export function becauseOfConditions(tale: Tale): SentencePart[] {
  const conditions = findDeciding(tale.access)?.statement.conditions ?? []
  const parts: SentencePart[] = []
  for (const condition of conditions) parts.push(...say`${parts.length === 0 ? ': ' : ' and '}${describeCondition(condition)}`)
  return parts
}

function describeCondition({ operator, key, expected, actual }: ConditionTrace): SentencePart[] {
  if (actual.state === 'unknown') return say`${mono(key)} is not known`
  if (actual.state === 'absent') return say`${mono(key)} is absent, and ${mono(operator)} matches then`
  const value = mono(actual.value.join(', '))
  if (/NotIpAddress/.test(operator)) return say`${mono(key)} is ${value}, outside ${mono(expected.join(', '))}`
  if (/IpAddress/.test(operator))
    return say`${mono(key)} is ${value}, inside ${mono(findHoldingRange(actual.value[0] ?? '', expected) ?? expected.join(', '))}`
  return say`${mono(key)} is ${value}, ${mono(operator)} ${mono(expected.join(', '))}`
}

function findHoldingRange(address: string, ranges: readonly string[]): string | null {
  const ip = parseIp(address)
  if (ip === null) return null
  return (
    ranges.find((text) => {
      const range = parseIpRange(text)
      return range !== null && rangeHolds(range, ip)
    }) ?? null
  )
}

/** ` An explicit Deny wins, so the Allow that alice has through FernhillInvokeAll does not count.` */
export function overruledAllow(tale: Tale): SentencePart[] {
  for (const policy of tale.access?.policies ?? []) {
    const allow = policy.statements.find((statement) => statement.effect === 'Allow' && statement.matched === 'match')
    if (!allow) continue
    if (policy.kind === 'identity')
      return say` An explicit Deny wins, so the Allow that ${callerPart(tale)} has through ${policyPart(policy.source)} does not count.`
    if (policy.kind === 'resource') return say` An explicit Deny wins, so the Allow of ${statementIn(policy, allow)} does not count.`
  }
  return []
}
