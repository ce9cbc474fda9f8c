import type { Place, Reporter } from '../../finding/reporter'
import type { Statement } from '../../syntax/document'
import { type Coverage, nameRoutes, type Route, type StatementCoverage } from './coverage'

/** How the statements meet the methods' authorization. Source: developer guide, apigateway-authorization-flow. */
export function checkCallers(coverage: Coverage, reporter: Reporter): void {
  const isClosed = !coverage.statements.some(({ isForEveryone }) => isForEveryone)
  for (const one of coverage.statements) {
    if (one.statement.effect !== 'Allow') continue
    checkDelegation(one.statement, coverage.api.account, reporter)
    checkNamedPrincipal(one, coverage, isClosed, reporter)
    checkAuthorizers(one, reporter)
  }
  checkUnreached(coverage, reporter)
}

function placeOf({ principal, pointer, range }: Statement): Place {
  return principal === null ? { range, pointer } : { range: principal.range, pointer: principal.pointer }
}

/** Within the account, naming the account grants nothing by itself. Source: IAM user guide, principal element. */
function checkDelegation({ principal }: Statement, account: string, reporter: Reporter): void {
  if (principal === null || principal.negated) return
  for (const { type, value } of principal.entries) {
    if (type !== 'AWS' || (value.value !== account && !value.value.endsWith(`:iam::${account}:root`))) continue
    const message = "This is the API's own account: naming it grants nothing by itself, callers still need an identity policy that allows."
    reporter.add('APIGW_ACCOUNT_PRINCIPAL_DELEGATES', value, message)
  }
}

/** A named principal never is the caller of a method that is not signed. */
function checkNamedPrincipal(
  { statement, routes, isForEveryone }: StatementCoverage,
  coverage: Coverage,
  isClosed: boolean,
  reporter: Reporter,
): void {
  if (isForEveryone) return
  const broken = routes.filter((route) => {
    if (route.auth === 'AWS_IAM') return false
    if (route.auth === 'CUSTOM') return isClosed
    return !coverage.statements.some((other) => isOpenAllow(other) && other.routes.includes(route))
  })
  if (broken.length === 0) return
  const message = `Callers of ${nameRoutes(broken)} are not signed, so a named principal never matches them and they are denied.`
  reporter.add('APIGW_PRINCIPAL_BREAKS_METHODS', placeOf(statement), message)
}

function isOpenAllow({ statement, isForEveryone }: StatementCoverage): boolean {
  return statement.effect === 'Allow' && isForEveryone
}

/** For Lambda methods an Allow adds to what the authorizer allows; it never restricts. */
function checkAuthorizers({ statement, routes, isForEveryone }: StatementCoverage, reporter: Reporter): void {
  const custom = routes.filter(({ auth }) => auth === 'CUSTOM')
  if (!isForEveryone || custom.length === 0) return
  if (statement.conditions.length > 0) {
    const message = `${nameRoutes(custom)}: callers outside this condition still pass when the authorizer allows them. Use a Deny to keep them out.`
    reporter.add('APIGW_ALLOW_LIST_BYPASSED_BY_AUTHORIZER', placeOf(statement), message)
  } else {
    const message = `${nameRoutes(custom)}: when the authorizer's policy does not mention the request, this Allow lets it in.`
    reporter.add('APIGW_SILENT_AUTHORIZER_ALLOWED', placeOf(statement), message)
  }
}

/** Open and user-pool methods need an Allow once a policy is attached. */
function checkUnreached({ api, statements }: Coverage, reporter: Reporter): void {
  const allowed = new Set<Route>(statements.filter(({ statement }) => statement.effect === 'Allow').flatMap(({ routes }) => routes))
  const missed = api.routes.filter((route) => (route.auth === 'NONE' || route.auth === 'COGNITO_USER_POOLS') && !allowed.has(route))
  const [first] = statements
  if (missed.length === 0 || first === undefined) return
  const place = { range: { start: first.statement.range.start, end: first.statement.range.start + 1 }, pointer: '' }
  const message = `No statement allows ${nameRoutes(missed)}: with a policy attached these methods need an explicit Allow for "*".`
  reporter.add('APIGW_NO_EXPLICIT_ALLOW', place, message)
}
