import { NO, YES } from '../match/state'
import { ACCOUNT, NAMED, NOBODY, ROLE } from '../principal/grant'
import type { AccessDecision, AccessRequest, PolicyKind, Side, TableCell } from '../types'
import { allowed, cellOf, type DecidedBy, depends, explicitDeny, implicitDeny, pointAt, sideOf } from './decision'
import type { Layer } from './evaluate-policy'
import { evaluateAll, evaluateLevels, evaluateOne, type Question, rcpAppliesTo, SILENT, UNLIMITED } from './layers'
import { findMissingFactsOf } from './missing-facts'

interface Layers {
  readonly identity: Readonly<Layer>
  readonly boundary: Readonly<Layer>
  readonly session: Readonly<Layer>
  readonly scp: Readonly<Layer>
  readonly rcp: Readonly<Layer>
  readonly endpoint: Readonly<Layer>
  readonly resource: Readonly<Layer>
}

/** How the caller meets the resource. `alone`: a caller without an account has no policies of its own. */
type Meeting = 'sameAccount' | 'crossAccount' | 'alone'

/** A signed call, by IAM's evaluation logic. */
export function decideSigned(question: Question, request: AccessRequest): AccessDecision {
  const meeting = meetingOf(question, request)
  const layers = evaluateLayers(question, request, meeting)
  const denied = findDeny(question, layers)
  if (denied !== null) return explicitDeny(cellFor(question, meeting, layers, 'explicitDeny'), denied)
  const isDenyOpen = hasOpenDeny(layers)
  const missing = findMissingAllow(question, meeting, layers, 'possible')
  if (missing !== null) {
    const facts = isDenyOpen ? findMissingFactsOf(question, request) : undefined
    return implicitDeny(cellFor(question, meeting, layers, 'implicitDeny'), missing, facts)
  }
  if (isDenyOpen || findMissingAllow(question, meeting, layers, 'sure') !== null) {
    return depends(cellFor(question, meeting, layers, 'depends'), findMissingFactsOf(question, request))
  }
  return allowed(cellFor(question, meeting, layers, 'allowed'), findAllow(question, meeting, layers))
}

function meetingOf({ resourceAccount }: Question, { principal }: AccessRequest): Meeting {
  if (!('account' in principal)) return 'alone'
  return principal.account === resourceAccount ? 'sameAccount' : 'crossAccount'
}

function evaluateLayers(question: Question, request: AccessRequest, meeting: Meeting): Layers {
  const own = meeting !== 'alone'
  return {
    identity: own ? evaluateAll(question.identity, request) : SILENT,
    boundary: own ? evaluateOne(question.boundary, request, UNLIMITED) : UNLIMITED,
    session: own && question.session.length > 0 ? evaluateAll(question.session, request) : UNLIMITED,
    scp: own ? evaluateLevels(question.scp, request) : UNLIMITED,
    rcp: question.rcp.length > 0 && rcpAppliesTo(request.action) ? evaluateLevels(question.rcp, request) : UNLIMITED,
    endpoint: evaluateOne(question.endpoint, request, UNLIMITED),
    resource: evaluateOne(question.resource, request, SILENT),
  }
}

function findDeny(question: Question, layers: Layers): DecidedBy | null {
  const { identity, boundary, session, scp, rcp, endpoint, resource } = layers
  if (identity.deny === YES) return pointAt('identity', identity)
  if (boundary.deny === YES) return pointAt('boundary', boundary)
  if (session.deny === YES) return pointAt('session', session)
  if (scp.deny === YES) return pointAt('scp', scp)
  if (rcp.deny === YES) return pointAt('rcp', rcp)
  if (endpoint.deny === YES) return pointAt('endpoint', endpoint)
  if (resource.deny === YES) return pointAt(question.resource?.kind ?? 'resource', resource)
  return null
}

function hasOpenDeny({ identity, boundary, session, scp, rcp, endpoint, resource }: Layers): boolean {
  const open = identity.deny | boundary.deny | session.deny | scp.deny | rcp.deny | endpoint.deny | resource.deny
  return open !== NO
}

/** A role's trust policy must allow even within the account; any other resource policy may stay silent there. */
function needsResource(question: Question, meeting: Meeting): boolean {
  return meeting !== 'sameAccount' || question.resource?.kind === 'trust'
}

/** The first layer that does not allow, or null when the request is allowed; by what is sure or by what is possible. */
function findMissingAllow(question: Question, meeting: Meeting, layers: Layers, by: 'sure' | 'possible'): PolicyKind | null {
  const grant = layers.resource[by]
  if (layers.rcp[by] === NOBODY) return 'rcp'
  if (layers.scp[by] === NOBODY) return 'scp'
  if (layers.endpoint[by] === NOBODY) return 'endpoint'
  if (meeting === 'alone') return grant === NAMED ? null : resourceKind(question)
  const standsAlone = meeting === 'sameAccount' && grant === NAMED
  if (!standsAlone) {
    const replacesIdentity = meeting === 'sameAccount' && grant === ROLE
    if (!replacesIdentity && layers.identity[by] === NOBODY) return 'identity'
    if (layers.boundary[by] === NOBODY) return 'boundary'
    if (layers.session[by] === NOBODY) return 'session'
  }
  return needsResource(question, meeting) && grant < ACCOUNT ? resourceKind(question) : null
}

function resourceKind(question: Question): PolicyKind {
  return question.resource?.kind ?? 'resource'
}

/**
 * The statement that allowed: the resource policy's where the caller's own policies do not allow all
 * together (a boundary may block what the identity policy allows), else the identity policy's.
 */
function findAllow(question: Question, meeting: Meeting, { identity, boundary, session, resource }: Layers): DecidedBy | null {
  const byOwn = identity.sure !== NOBODY && boundary.sure !== NOBODY && session.sure !== NOBODY
  if (meeting === 'alone' || (meeting === 'sameAccount' && !byOwn)) return pointAt(resourceKind(question), resource)
  return pointAt('identity', identity)
}

function cellFor(question: Question, meeting: Meeting, layers: Layers, outcome: AccessDecision['outcome']): TableCell {
  const { resource } = layers
  if (meeting === 'alone') {
    return { table: 'policyAlone', caller: 'none', resource: question.resource === null ? 'none' : sideOf(resource), row: null }
  }
  // Within the account, naming only the account delegates: it counts as silence.
  const closest = meeting === 'sameAccount' ? ACCOUNT : NOBODY
  const side: Side = question.resource === null ? 'none' : sideOf(resource, resource.sure > closest, resource.possible > closest)
  return cellOf(meeting === 'sameAccount' ? 'A' : 'B', callerSide(layers), side, outcome)
}

/** The caller's side of the tables: identity, boundary, session and SCP together. */
function callerSide({ identity, boundary, session, scp }: Layers): Side {
  const deny = identity.deny | boundary.deny | session.deny | scp.deny
  if (identity.deny === YES || boundary.deny === YES || session.deny === YES || scp.deny === YES) return 'Deny'
  if (deny !== NO) return 'depends'
  const sure = identity.sure && boundary.sure && session.sure && scp.sure
  if (sure) return 'Allow'
  return identity.possible && boundary.possible && session.possible && scp.possible ? 'depends' : 'silent'
}
