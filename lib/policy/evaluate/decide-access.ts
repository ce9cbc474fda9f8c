import type { AccessDecision, AccessRequest } from '../types'
import { decideMethod } from './decide-method'
import { decideSigned } from './decide-signed'
import type { Question } from './layers'

/**
 * Decides one request by every policy that bears on it. For the flows other than `iam` the caller is
 * anonymous to the resource policy. `decidedBy.policyIndex` counts within its kind; scp and rcp are
 * counted through their levels. An `implicitDeny` with missing facts is a denial whatever they are.
 * Source: IAM user guide, policy evaluation logic; developer guide, apigateway-authorization-flow.
 */
export function decideAccess(question: Question, request: AccessRequest): AccessDecision {
  return question.flow === 'iam' ? decideSigned(question, request) : decideMethod(question, request)
}
