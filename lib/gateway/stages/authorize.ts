import { explainAccess } from '../../policy'
import { askAccess, refusalOf, refuseBrokenPolicy } from '../access'
import { type Exchange, PASS, refuse, SKIP, type StageResult } from '../exchange'
import type { Stage } from './stage'

/** Combines what the caller's side says with the resource policy, by Table A or B. */
export const authorizeStage: Stage = {
  name: 'authorize',
  run(x) {
    const auth = x.route!.auth.type
    if (auth === 'NONE') return SKIP
    const broken = refuseBrokenPolicy(x) ?? refuseBrokenPrincipal(x)
    if (broken) return broken
    if (auth === 'AWS_IAM') x.access = askAccess(x, 'iam', null)
    else if (x.authorizer?.type === 'lambda') x.access = askAccess(x, 'lambdaAfter', x.authorizer.policy)
    else if (x.authorizer?.type === 'cognito') {
      if (!x.api!.policy) return SKIP
      x.access = askAccess(x, 'cognito', null)
    }
    return x.access ? (refusalOf(x, x.access) ?? PASS) : refuse('ROUTE_NOT_ENFORCEABLE', { note: 'nobody vouches for the caller' })
  },
  tell(x, result) {
    const access = x.access
    if (!access) return { why: result.outcome === 'fail' ? (result.note ?? 'cannot be decided') : whySkipped(x) }
    const explanation = explainAccess(access.question, access.request)
    return { why: WHY[access.decision.outcome], policies: explanation.policies, cell: access.decision.cell }
  },
}

/** A user whose policies do not all compile might be denied by the one that does not. */
function refuseBrokenPrincipal(x: Exchange): StageResult | null {
  const problem = x.iam?.principal.problem ?? null
  return problem === null ? null : refuse('POLICY_NOT_COMPILED', { note: problem })
}

const WHY = {
  allowed: 'allowed',
  implicitDeny: 'nothing that counts allows the call',
  explicitDeny: 'an explicit Deny matches',
  depends: 'the outcome depends on a fact that is not known',
} as const

function whySkipped(x: Exchange): string {
  return x.authorizer ? 'no resource policy is attached, so a valid token is enough' : 'the method asks for no authorization'
}
