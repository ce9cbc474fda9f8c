import type { Reporter } from '../finding/reporter'
import { toPrincipalSet } from '../principal/principal-set'
import type { PrincipalElement, Statement } from '../syntax/document'
import type { PolicyKind } from '../types'

/** Remarks on who a statement is about. */
export function lintPrincipal(statement: Statement, kind: PolicyKind, reporter: Reporter): void {
  const { principal, effect } = statement
  if (principal === null) return
  const place = { range: principal.keyRange, pointer: principal.pointer }
  if (principal.negated && effect === 'Allow') {
    const message = 'Allow with NotPrincipal is for everyone else in the world, anonymous callers included.'
    reporter.add('ALLOW_WITH_NOT_PRINCIPAL', place, message)
  }
  if (principal.negated && effect === 'Deny') lintNotPrincipal(principal, reporter)
  if (principal.negated || effect !== 'Allow') return
  const { everyone, services, providers } = toPrincipalSet(principal)
  if (kind === 'trust' && everyone) {
    reporter.add('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', place, 'Anyone may assume this role: name the principals instead.')
  }
  const isOidc = [...providers].some((provider) => !provider.includes(':saml-provider/'))
  if (kind === 'trust' && isOidc && statement.conditions.length === 0) {
    const message = 'Anyone with a token of this provider may assume the role: add a condition on the audience and the subject.'
    reporter.add('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', place, message)
  }
  if (
    kind === 'resource' &&
    services.size > 0 &&
    !statement.conditions.some(({ key }) => /^aws:source(arn|account|org)/i.test(key.value))
  ) {
    const message = 'The service may act for any account: add a condition on aws:SourceArn or aws:SourceAccount.'
    reporter.add('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', place, message)
  }
}

/** A Deny with NotPrincipal spares only callers whose account, role and session are all listed. */
function lintNotPrincipal(principal: PrincipalElement, reporter: Reporter): void {
  const { accounts, arns } = toPrincipalSet(principal)
  for (const arn of arns) {
    const account = arn.split(':')[4] ?? ''
    const isRole = /^arn:[^:]*:iam::\d{12}:role\//.test(arn)
    const hasSession = [...arns].some((other) => other.includes(`::${account}:assumed-role/${arn.split('/').at(-1)}/`))
    if (accounts.has(account) && (!isRole || hasSession)) continue
    const message = accounts.has(account)
      ? `${arn} is denied all the same: its sessions must be listed too. Prefer Deny for "*" with a condition on aws:PrincipalArn.`
      : `${arn} is denied all the same: its account must be listed too. Prefer Deny for "*" with a condition on aws:PrincipalArn.`
    reporter.add('DENY_WITH_NOT_PRINCIPAL_INCOMPLETE', { range: principal.range, pointer: principal.pointer }, message)
    return
  }
}
