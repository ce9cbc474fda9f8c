import { runCognitoAuthorizer } from '../authorizer/cognito'
import { runLambdaAuthorizer } from '../authorizer/lambda'
import { type DetailRow, type Exchange, refuse, SKIP } from '../exchange'
import type { Stage } from './stage'

/** Asks the authorizer of the method: a user pool's keys, or a function and its cache. */
export const authorizerStage: Stage = {
  name: 'authorizer',
  run(x, env) {
    const auth = x.route!.auth
    switch (auth.type) {
      case 'NONE':
      case 'AWS_IAM':
        return SKIP
      case 'COGNITO_USER_POOLS':
        return runCognitoAuthorizer(x, env, auth)
      case 'LAMBDA':
        return runLambdaAuthorizer(x, env, auth)
      case 'BROKEN':
        return refuse('ROUTE_NOT_ENFORCEABLE', { note: auth.problem })
    }
  },
  tell(x, result) {
    if (result.outcome === 'skip') return { why: 'none on this method' }
    const auth = x.route!.auth
    const name = auth.type === 'LAMBDA' || auth.type === 'COGNITO_USER_POOLS' ? auth.spec.name : 'the authorizer'
    if (result.outcome === 'fail') return { why: `${name}: ${result.note ?? 'refused'}`, detail: result.detail }
    return { why: `${name}, ${describeResult(x)}`, detail: detailOf(x) }
  },
}

function describeResult(x: Exchange): string {
  const result = x.authorizer!
  if (result.type === 'cognito') return `${String(result.claims.token_use)} token of ${result.username}`
  if (result.cachedAgeMs !== null) return `cached result, ${Math.floor(result.cachedAgeMs / 1000)} s old; the function was not called`
  return `the function answered in ${Math.round(result.durationMs)} ms`
}

function detailOf(x: Exchange): readonly DetailRow[] {
  const result = x.authorizer!
  if (result.type === 'cognito') return [{ label: 'User pool', value: result.poolId }]
  const context = [...result.context].map(([name, value]) => ({ label: `context.${name}`, value }))
  return [{ label: 'principalId', value: result.principalId }, ...context]
}
