/** Asks the policy engine, and turns what it answers into the gateway's codes. */
import { type AccessQuestion, type AuthorizationFlow, type CompiledPolicy, decideAccess } from '../policy'
import { maskedMethodArn, methodArn } from './arn'
import { type Access, type Exchange, type Refusal, refuse, type StageResult } from './exchange'
import { callerArn, factsOf, principalOf } from './facts'
import type { ReasonCode } from './reasons/reason-code'

const NONE: readonly never[] = []

/** One question on the compiled policies; the same question can be asked again for an explanation. */
export function askAccess(x: Exchange, flow: AuthorizationFlow, authorizer: CompiledPolicy | null): Access {
  const principal = flow === 'iam' ? x.iam!.principal : null
  const slot = x.api!.policy
  const question: AccessQuestion<CompiledPolicy> = {
    flow,
    resourceAccount: x.api!.api.account,
    identity: principal?.identity ?? NONE,
    boundary: principal?.boundary ?? null,
    session: NONE,
    scp: NONE,
    rcp: NONE,
    endpoint: null,
    resource: slot?.ok ? slot.policy : null,
    authorizer,
  }
  const request = { principal: principalOf(x), action: 'execute-api:Invoke', resource: methodArn(x), facts: factsOf(x) }
  return { question, request, decision: decideAccess(question, request) }
}

/** A policy that does not compile is no silent policy: whatever it would be asked about is refused. */
export function refuseBrokenPolicy(x: Exchange): StageResult | null {
  const slot = x.api!.policy
  return slot && !slot.ok ? refuse('POLICY_NOT_COMPILED', { note: `${slot.name} (${slot.problem})` }) : null
}

/** Null when access is allowed; `depends` cannot be, since the gateway knows every fact or knows it absent. */
export function refusalOf(x: Exchange, { question, decision }: Access): Refusal | null {
  if (decision.outcome === 'allowed') return null
  if (decision.outcome === 'explicitDeny') {
    return refuse('EXPLICIT_DENY', { message: `${deniedMessage(x, decision.decidedBy?.kind === 'authorizer')} with an explicit deny` })
  }
  const code = implicitDenyCode(question, decision)
  return refuse(code, { message: deniedMessage(x, code === 'NO_ALLOW_FROM_AUTHORIZER') })
}

function implicitDenyCode(question: AccessQuestion<CompiledPolicy>, { cell, missingAllow }: Access['decision']): ReasonCode {
  if (question.flow === 'none' || question.flow === 'cognito') return 'NO_ALLOW_IN_RESOURCE_POLICY'
  // A resource policy that can match no anonymous caller stops a Lambda method before its function runs.
  if (question.flow !== 'iam') return missingAllow === 'resource' ? 'NO_ALLOW_IN_RESOURCE_POLICY' : 'NO_ALLOW_FROM_AUTHORIZER'
  if (missingAllow === 'boundary') return 'OUTSIDE_BOUNDARY'
  if (missingAllow === 'session') return 'OUTSIDE_SESSION_POLICY'
  if (missingAllow === 'scp' || missingAllow === 'rcp') return 'OUTSIDE_ORGANIZATION_POLICY'
  return cell.table === 'B' ? 'CROSS_ACCOUNT_NEEDS_BOTH' : 'NO_ALLOW'
}

/** The client never learns what a Lambda authorizer said beyond this. */
function deniedMessage(x: Exchange, byAuthorizer: boolean): string {
  if (byAuthorizer) return 'User is not authorized to access this resource'
  return `User: ${callerArn(x)} is not authorized to perform: execute-api:Invoke on resource: ${maskedMethodArn(x)}`
}

/** Which code an allowed request ends in. */
export function allowedCode(x: Exchange): ReasonCode {
  const access = x.access ?? x.beforeAccess
  if (!access || access.question.flow === 'lambdaBefore') return x.authorizer ? 'ALLOWED_BY_TOKEN' : 'ALLOWED_OPEN'
  const { cell } = access.decision
  if (access.question.flow === 'cognito') return x.api!.policy ? 'ALLOWED_BY_RESOURCE_POLICY' : 'ALLOWED_BY_TOKEN'
  if (access.question.flow === 'none') return x.api!.policy ? 'ALLOWED_BY_RESOURCE_POLICY' : 'ALLOWED_OPEN'
  if (cell.caller === 'Allow' && cell.resource === 'Allow') return 'ALLOWED_BY_BOTH_SIDES'
  if (cell.resource === 'Allow') return 'ALLOWED_BY_RESOURCE_POLICY'
  return access.question.flow === 'lambdaAfter' ? 'ALLOWED_BY_AUTHORIZER' : 'ALLOWED_BY_IDENTITY_POLICY'
}
