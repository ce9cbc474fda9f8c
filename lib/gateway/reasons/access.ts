/** Rows of the decisions that policies make. */

import type { PolicyKind } from '../../policy'
import { mono, say } from '../say'
import {
  apiPart,
  authorizerPart,
  becauseOfConditions,
  callerPart,
  decidingStatement,
  methodArnPart,
  overruledAllow,
  routePart,
  type Tale,
} from '../tale'
import type { Reason, WireAnswer } from './reason'

/** Source: developer guide, apigateway-authorization-flow; bodies seen in aws-amplify/amplify-js#11265 and ASFHyP3/hyp3#2283. */
const ACCESS_DENIED: WireAnswer = {
  status: 403,
  errorType: 'AccessDeniedException',
  message: 'User is not authorized to access this resource',
  member: 'Message',
  http: { status: 403, message: 'Forbidden' },
}

export const ACCESS_REASONS = {
  ALLOWED_OPEN: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) =>
      say`Allowed: ${routePart(t)} asks for no authorization and ${apiPart(t)} has ${t.x.isHttpApi ? 'no resource policy, being an HTTP API' : 'no resource policy'}.`,
  },
  ALLOWED_BY_RESOURCE_POLICY: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) => say`Allowed by ${decidingStatement(t)}${becauseOfConditions(t)}.${callerSilence(t)}`,
  },
  ALLOWED_BY_IDENTITY_POLICY: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) => say`Allowed by ${decidingStatement(t)}, a policy of ${callerPart(t)}${becauseOfConditions(t)}. ${resourceSilence(t)}`,
  },
  ALLOWED_BY_BOTH_SIDES: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) => say`Allowed by ${decidingStatement(t)}${becauseOfConditions(t)}; the ${otherSide(t)} allows it too.`,
  },
  ALLOWED_BY_TOKEN: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) => say`Allowed: ${authorizerPart(t)} accepted the token of ${callerPart(t)}, and ${apiPart(t)} has no resource policy.`,
  },
  ALLOWED_BY_AUTHORIZER: {
    outcome: 'allow',
    fidelity: 'documented',
    wire: null,
    sentence: (t) => say`Allowed by ${decidingStatement(t)}${cachedFor(t)}. ${resourceSilence(t)}`,
  },
  EXPLICIT_DENY: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: ACCESS_DENIED,
    sentence: (t) => say`Denied by ${decidingStatement(t)}${becauseOfConditions(t)}.${overruledAllow(t)}`,
  },
  NO_ALLOW_IN_RESOURCE_POLICY: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: ACCESS_DENIED,
    sentence: (t) =>
      say`Denied: no statement in the ${resourcePolicyPart(t)} allows ${routePart(t)} for ${callerPart(t)} from ${mono(t.x.sourceIp)}. Where a policy is attached, silence is denial.`,
  },
  NO_ALLOW: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: ACCESS_DENIED,
    sentence: (t) =>
      say`Denied: neither a policy of ${callerPart(t)} nor ${resourceSide(t)} allows ${methodArnPart(t)}. Within one account either side would be enough.`,
  },
  CROSS_ACCOUNT_NEEDS_BOTH: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: ACCESS_DENIED,
    sentence: (t) =>
      say`Denied: ${callerPart(t)} belongs to account ${mono(t.x.iam?.principal.account.id ?? '')}, another than that of ${apiPart(t)}, so both sides must allow. ${missingSides(t)}`,
  },
  OUTSIDE_BOUNDARY: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: ACCESS_DENIED,
    sentence: (t) =>
      say`Denied: the permissions boundary of ${callerPart(t)} does not allow ${methodArnPart(t)}, so what the policies allow does not count.`,
  },
  OUTSIDE_SESSION_POLICY: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: ACCESS_DENIED,
    sentence: (t) => say`Denied: no session policy of ${callerPart(t)} allows ${methodArnPart(t)}.`,
  },
  OUTSIDE_ORGANIZATION_POLICY: {
    outcome: 'deny',
    fidelity: 'documented',
    wire: ACCESS_DENIED,
    sentence: (t) => say`Denied: a policy of the organization of ${callerPart(t)} does not allow ${methodArnPart(t)}.`,
  },
  NO_ALLOW_FROM_AUTHORIZER: {
    outcome: 'deny',
    fidelity: 'recorded',
    wire: ACCESS_DENIED,
    sentence: (t) =>
      say`Denied: the policy that ${authorizerPart(t)} returned${cachedFor(t)} says nothing about ${methodArnPart(t)}, and neither does ${resourceSide(t)}.`,
  },
  POLICY_NOT_COMPILED: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: {
      status: 500,
      errorType: 'InternalServerErrorException',
      message: 'Internal server error',
      http: { status: 500, message: 'Internal Server Error' },
    },
    sentence: (t) =>
      say`Refused: ${t.refusal?.note ?? 'a policy'} cannot be enforced as it is written, and what cannot be enforced lets nobody through.`,
  },
  ROUTE_NOT_ENFORCEABLE: {
    outcome: 'error',
    fidelity: 'assumed',
    wire: {
      status: 500,
      errorType: 'AuthorizerConfigurationException',
      message: null,
      http: { status: 500, message: 'Internal Server Error' },
    },
    sentence: (t) =>
      say`Refused: the authorization of ${routePart(t)} cannot be enforced: ${t.refusal?.note ?? 'its configuration is broken'}.`,
  },
} as const satisfies Record<string, Reason>

function resourcePolicyPart(t: Tale) {
  const api = t.x.api!.api
  return { text: `resource policy of ${api.name}`, ref: { kind: 'apiPolicy', id: api.id } } as const
}

function resourceSide(t: Tale) {
  return t.x.api!.policy ? say`the ${resourcePolicyPart(t)}` : say`a resource policy, since ${apiPart(t)} has none,`
}

function resourceSilence(t: Tale) {
  return t.x.api!.policy
    ? say`The ${resourcePolicyPart(t)} is silent, which is no obstacle here.`
    : say`${apiPart(t)} has no resource policy.`
}

/** Tells, for a signed call, that the caller's own policies were not needed. */
function callerSilence(t: Tale) {
  if (t.x.access?.question.flow === 'iam') {
    return isBlockedByBoundary(t)
      ? say` The permissions boundary of ${callerPart(t)} does not allow it; within one account a statement that names the user needs no other.`
      : say` The policies of ${callerPart(t)} are silent; within one account either side is enough.`
  }
  if (t.x.access?.question.flow === 'lambdaAfter')
    return say` The policy that ${authorizerPart(t)} returned is silent, and the resource policy alone is enough.`
  return []
}

/** The caller's identity policies allow it, the boundary does not. */
function isBlockedByBoundary(t: Tale): boolean {
  const says = (kind: PolicyKind) => t.access?.policies.some((policy) => policy.kind === kind && policy.outcome === 'allow') ?? false
  return t.x.access?.question.boundary != null && says('identity') && !says('boundary')
}

function otherSide(t: Tale): string {
  const kind = t.access?.decision.decidedBy?.kind
  if (kind !== 'resource') return 'resource policy'
  return t.x.access?.question.flow === 'lambdaAfter' ? "authorizer's policy" : "caller's own policy"
}

function missingSides(t: Tale) {
  const { cell } = t.access?.decision ?? {}
  const callerAllows = cell?.caller === 'Allow'
  if (callerAllows) return say`${callerPart(t)} has an Allow, but ${resourceSide(t)} does not allow it.`
  return cell?.resource === 'Allow'
    ? say`The ${resourcePolicyPart(t)} allows it, but no policy of ${callerPart(t)} does.`
    : say`Neither does.`
}

function cachedFor(t: Tale): string {
  const result = t.x.authorizer
  if (result?.type !== 'lambda' || result.cachedAgeMs === null) return ''
  return ` ${Math.floor(result.cachedAgeMs / 1000)} s ago, taken from the cache`
}
