import type { CompiledPolicy } from '../compile/compiled-policy'
import { NO, YES } from '../match/state'
import { NAMED } from '../principal/grant'
import type { AccessDecision, AccessOutcome, AccessRequest, PolicyKind, TableCell } from '../types'
import { allowed, cellOf, type DecidedBy, depends, explicitDeny, implicitDeny, pointAt, sideOf } from './decision'
import type { Layer } from './evaluate-policy'
import { evaluateOne, type Question, SILENT, UNLIMITED } from './layers'
import { findMissingFactsOf } from './missing-facts'

interface Layers {
  readonly endpoint: Readonly<Layer>
  readonly resource: Readonly<Layer>
  readonly authorizer: Readonly<Layer>
}

const NO_POLICY: TableCell = { table: 'noPolicy', caller: 'none', resource: 'none', row: null }

/**
 * Decides a method whose caller is no IAM principal. Open and user-pool methods: the resource policy
 * alone, where there is one. Lambda methods: before the authorizer an explicit Deny of the resource
 * policy, after it Table A. Source: developer guide, apigateway-authorization-flow.
 */
export function decideMethod(question: Question, request: AccessRequest): AccessDecision {
  const layers = evaluateLayers(question, request)
  const denied = findDeny(layers)
  if (denied !== null) return explicitDeny(cellFor(question, layers, 'explicitDeny'), denied)
  const { endpoint, resource, authorizer } = layers
  const isDenyOpen = endpoint.deny !== NO || resource.deny !== NO || authorizer.deny !== NO
  const missing = findMissingAllow(question, layers, 'possible')
  if (missing !== null) {
    return implicitDeny(cellFor(question, layers, 'implicitDeny'), missing, isDenyOpen ? findMissingFactsOf(question, request) : undefined)
  }
  if (isDenyOpen || findMissingAllow(question, layers, 'sure') !== null) {
    return depends(cellFor(question, layers, 'depends'), findMissingFactsOf(question, request))
  }
  return allowed(cellFor(question, layers, 'allowed'), findAllow(layers))
}

function evaluateLayers(question: Question, request: AccessRequest): Layers {
  const isLambda = question.flow === 'lambdaAfter'
  return {
    endpoint: evaluateOne(question.endpoint, request, UNLIMITED),
    resource: evaluateOne(question.resource, request, isLambda ? SILENT : UNLIMITED),
    authorizer: isLambda ? evaluateOne(question.authorizer, request, SILENT) : SILENT,
  }
}

function findDeny({ endpoint, resource, authorizer }: Layers): DecidedBy | null {
  if (endpoint.deny === YES) return pointAt('endpoint', endpoint)
  if (resource.deny === YES) return pointAt('resource', resource)
  return authorizer.deny === YES ? pointAt('authorizer', authorizer) : null
}

function findMissingAllow(question: Question, { endpoint, resource, authorizer }: Layers, by: 'sure' | 'possible'): PolicyKind | null {
  if (endpoint[by] !== NAMED) return 'endpoint'
  if (question.flow === 'none' || question.flow === 'cognito') return resource[by] === NAMED ? null : 'resource'
  if (!isOpenToAnonymous(question.resource)) return 'resource'
  if (question.flow === 'lambdaBefore') return null
  return resource[by] === NAMED || authorizer[by] === NAMED ? null : 'authorizer'
}

/** A policy that can match no anonymous caller denies the methods that are not signed. */
function isOpenToAnonymous(policy: CompiledPolicy | null): boolean {
  return policy === null || policy.canMatchAnonymous
}

function findAllow({ resource, authorizer }: Layers): DecidedBy | null {
  if (authorizer.statementIndex >= 0) return pointAt('authorizer', authorizer)
  return resource.statementIndex >= 0 ? pointAt('resource', resource) : null
}

function cellFor(question: Question, { resource, authorizer }: Layers, outcome: AccessOutcome): TableCell {
  const side = question.resource === null ? 'none' : sideOf(resource)
  if (question.flow === 'lambdaAfter') return cellOf('A', question.authorizer === null ? 'none' : sideOf(authorizer), side, outcome)
  if (question.resource === null) return NO_POLICY
  return { table: question.flow === 'lambdaBefore' ? 'denyOnly' : 'policyAlone', caller: 'none', resource: side, row: null }
}
