import type { CompiledPolicy } from '../compile/compiled-policy'
import { NO, YES } from '../match/state'
import { NAMED } from '../principal/grant'
import type { AccessDecision, AccessOutcome, AccessRequest, Side, TableCell } from '../types'
import { allowed, cellOf, depends, explicitDeny, implicitDeny, pointAt, sideOf } from './decision'
import type { Layer } from './evaluate-policy'
import { evaluateOne, type Question, SILENT, UNLIMITED } from './layers'
import { findMissingFacts } from './missing-facts'

const NO_POLICY: TableCell = { table: 'noPolicy', caller: 'none', resource: 'none', row: null }

/** Methods whose caller is not an IAM principal: open ones and user-pool ones. The resource policy alone decides. */
export function decideAlone(question: Question, request: AccessRequest): AccessDecision {
  const { resource: policy, endpoint: gate } = question
  const endpoint = evaluateOne(gate, request, UNLIMITED)
  const resource = evaluateOne(policy, request, UNLIMITED)
  const cell: TableCell = policy === null ? NO_POLICY : { table: 'policyAlone', caller: 'none', resource: sideOf(resource), row: null }
  return settle(question, request, endpoint, resource, SILENT, resource.sure === NAMED, resource.possible === NAMED, () => cell)
}

/** Before a Lambda authorizer is asked: an explicit Deny stops the request, silence does not. */
export function decideBeforeAuthorizer(question: Question, request: AccessRequest): AccessDecision {
  const { resource: policy, endpoint: gate } = question
  const endpoint = evaluateOne(gate, request, UNLIMITED)
  const resource = evaluateOne(policy, request, UNLIMITED)
  const cell: TableCell = policy === null ? NO_POLICY : { table: 'denyOnly', caller: 'none', resource: sideOf(resource), row: null }
  const isOpen = isOpenToAnonymous(policy)
  return settle(question, request, endpoint, resource, SILENT, isOpen, isOpen, () => cell)
}

/** After a Lambda authorizer answered: its policy and the resource policy by Table A. */
export function decideWithAuthorizer(question: Question, request: AccessRequest): AccessDecision {
  const endpoint = evaluateOne(question.endpoint, request, UNLIMITED)
  const resource = evaluateOne(question.resource, request, SILENT)
  const authorizer = evaluateOne(question.authorizer, request, SILENT)
  const isOpen = isOpenToAnonymous(question.resource)
  const sure = isOpen && (resource.sure === NAMED || authorizer.sure === NAMED)
  const possible = isOpen && (resource.possible === NAMED || authorizer.possible === NAMED)
  const caller: Side = question.authorizer === null ? 'none' : sideOf(authorizer)
  const side: Side = question.resource === null ? 'none' : sideOf(resource)
  return settle(question, request, endpoint, resource, authorizer, sure, possible, (outcome) => cellOf('A', caller, side, outcome))
}

/** A policy that can match no anonymous caller denies the methods that are not signed. */
function isOpenToAnonymous(policy: CompiledPolicy | null): boolean {
  return policy === null || policy.canMatchAnonymous
}

function settle(
  question: Question,
  request: AccessRequest,
  endpoint: Readonly<Layer>,
  resource: Readonly<Layer>,
  authorizer: Readonly<Layer>,
  sure: boolean,
  possible: boolean,
  cellFor: (outcome: AccessOutcome) => TableCell,
): AccessDecision {
  const policies = [question.endpoint, question.resource, question.authorizer].filter((policy) => policy !== null)
  if (endpoint.deny === YES) return explicitDeny(cellFor('explicitDeny'), pointAt([], 'endpoint', endpoint))
  if (resource.deny === YES) return explicitDeny(cellFor('explicitDeny'), pointAt([], 'resource', resource))
  if (authorizer.deny === YES) return explicitDeny(cellFor('explicitDeny'), pointAt([], 'authorizer', authorizer))
  const isDenyOpen = endpoint.deny !== NO || resource.deny !== NO || authorizer.deny !== NO
  if (!possible || endpoint.possible !== NAMED) {
    const missing = possible
      ? 'endpoint'
      : question.flow === 'lambdaAfter' && isOpenToAnonymous(question.resource)
        ? 'authorizer'
        : 'resource'
    return implicitDeny(cellFor('implicitDeny'), missing, isDenyOpen ? findMissingFacts(policies, request) : undefined)
  }
  if (isDenyOpen || !sure || endpoint.sure !== NAMED) return depends(cellFor('depends'), findMissingFacts(policies, request))
  const by =
    authorizer.sure === NAMED
      ? pointAt([], 'authorizer', authorizer)
      : resource.statementIndex >= 0
        ? pointAt([], 'resource', resource)
        : null
  return allowed(cellFor('allowed'), by)
}
