import { explainAccess } from '../../policy'
import { askAccess, refusalOf, refuseBrokenPolicy } from '../access'
import { type Exchange, PASS, SKIP } from '../exchange'
import type { Stage } from './stage'

/** Weighs the resource policy before anybody is authenticated, where AWS does so. */
export const resourcePolicyStage: Stage = {
  name: 'resourcePolicy',
  run(x) {
    if (!x.api!.policy) return SKIP
    const auth = x.route!.auth.type
    if (auth !== 'NONE' && auth !== 'LAMBDA') return SKIP
    const broken = refuseBrokenPolicy(x)
    if (broken) return broken
    x.beforeAccess = askAccess(x, auth === 'NONE' ? 'none' : 'lambdaBefore', null)
    return refusalOf(x, x.beforeAccess) ?? PASS
  },
  tell(x, result) {
    const access = x.beforeAccess
    if (!access) return { why: result.outcome === 'fail' ? (result.note ?? 'the policy cannot be enforced') : whySkipped(x) }
    const explanation = explainAccess(access.question, access.request)
    const why = access.question.flow === 'none' ? WHY_ALONE[access.decision.outcome] : WHY_BEFORE[access.decision.outcome]
    return { why, policies: explanation.policies, cell: access.decision.cell }
  },
}

const WHY_ALONE = {
  allowed: 'the policy allows the call, as it must where a method has no authorization',
  implicitDeny: 'the policy is silent; a method without authorization needs an explicit Allow',
  explicitDeny: 'explicit Deny in the resource policy',
  depends: 'the outcome depends on a fact that is not known',
} as const

const WHY_BEFORE = {
  ...WHY_ALONE,
  allowed: 'no explicit Deny; before a Lambda authorizer nothing else counts',
  implicitDeny: 'no explicit Deny; before a Lambda authorizer nothing else counts',
} as const

function whySkipped(x: Exchange): string {
  if (x.isHttpApi) return 'an HTTP API has no resource policy'
  if (!x.api!.policy) return 'no resource policy is attached'
  const { type } = x.route!.auth
  if (type === 'AWS_IAM') return 'weighed at Authorize, because the method is AWS_IAM'
  return type === 'COGNITO_USER_POOLS' ? 'weighed at Authorize, after the token' : 'the method cannot be enforced'
}
