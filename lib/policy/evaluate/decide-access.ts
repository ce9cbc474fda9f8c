import type { AccessDecision, AccessRequest } from '../types'
import { decideAlone, decideBeforeAuthorizer, decideWithAuthorizer } from './decide-method'
import { decideSigned } from './decide-signed'
import type { Question } from './layers'

/**
 * Decides one request by every policy that bears on it. For the flows other than `iam` the caller is
 * anonymous to the resource policy. `decidedBy.policyIndex` counts within its kind; scp and rcp are
 * counted through their levels. An `implicitDeny` with missing facts is a denial whatever they are.
 * Source: IAM user guide, policy evaluation logic; developer guide, apigateway-authorization-flow.
 */
export function decideAccess(question: Question, request: AccessRequest): AccessDecision {
  switch (question.flow) {
    case 'iam':
      return decideSigned(question, request)
    case 'none':
    case 'cognito':
      return decideAlone(question, request)
    case 'lambdaBefore':
      return decideBeforeAuthorizer(question, request)
    case 'lambdaAfter':
      return decideWithAuthorizer(question, request)
  }
}
