import type { PrincipalElement } from '../syntax/document'
import type { Principal } from '../types'
import { ACCOUNT, type Grant, NAMED, NOBODY, ROLE } from './grant'

/** The principals that an element lists. */
export interface PrincipalSet {
  readonly everyone: boolean
  readonly accounts: ReadonlySet<string>
  readonly arns: ReadonlySet<string>
  /** Unique ids (`AIDA…`, `AROA…`): they never match by name. */
  readonly ids: ReadonlySet<string>
  readonly providers: ReadonlySet<string>
  readonly services: ReadonlySet<string>
}

const ROOT = /^arn:[^:]*:iam::(\d{12}):root$/
const UNIQUE_ID = /^A[A-Z]{2}A[A-Z0-9]+$/

export function toPrincipalSet(element: PrincipalElement): PrincipalSet {
  const set = {
    everyone: false,
    accounts: new Set<string>(),
    arns: new Set<string>(),
    ids: new Set<string>(),
    providers: new Set<string>(),
    services: new Set<string>(),
  }
  for (const { type, value } of element.entries) {
    const text = value.value
    const account = ROOT.exec(text)?.[1] ?? (/^\d{12}$/.test(text) ? text : null)
    if (type === 'Service') set.services.add(text)
    else if (type === 'Federated') set.providers.add(text)
    else if (type !== 'AWS') continue
    else if (text === '*') set.everyone = true
    else if (account !== null) set.accounts.add(account)
    else if (UNIQUE_ID.test(text)) set.ids.add(text)
    else set.arns.add(text)
  }
  return set
}

/** How closely the set names the caller. */
export function grantOf(set: PrincipalSet, principal: Principal): Grant {
  if (set.everyone) return NAMED
  switch (principal.type) {
    case 'anonymous':
      return NOBODY
    case 'account':
      return set.accounts.has(principal.account) ? NAMED : NOBODY
    case 'user':
      if (set.arns.has(principal.arn) || set.ids.has(principal.userId)) return NAMED
      break
    case 'assumedRole':
      if (set.arns.has(principal.arn)) return NAMED
      if (holdsRole(set, principal)) return ROLE
      break
    case 'federatedUser':
      if (set.arns.has(principal.arn)) return NAMED
      if (set.arns.has(principal.userArn)) return ROLE
      break
    case 'federated':
      return set.providers.has(principal.provider) ? NAMED : NOBODY
    case 'service':
      return set.services.has(principal.service) ? NAMED : NOBODY
  }
  return set.accounts.has(principal.account) ? ACCOUNT : NOBODY
}

function holdsRole(set: PrincipalSet, { roleArn, userId }: Extract<Principal, { type: 'assumedRole' }>): boolean {
  return set.arns.has(roleArn) || (set.ids.size > 0 && set.ids.has(userId.split(':', 1)[0]!))
}

/**
 * True when a NotPrincipal with Deny spares the caller: the account and every ARN that stands for the
 * caller must be listed. Source: IAM user guide, reference_policies_elements_notprincipal.
 */
export function sparesFromDeny(set: PrincipalSet, principal: Principal): boolean {
  if (set.everyone) return true
  switch (principal.type) {
    case 'user':
      return set.accounts.has(principal.account) && grantOf(set, principal) === NAMED
    case 'assumedRole':
      return set.accounts.has(principal.account) && set.arns.has(principal.arn) && holdsRole(set, principal)
    case 'federatedUser':
      return set.accounts.has(principal.account) && set.arns.has(principal.arn)
    default:
      return grantOf(set, principal) !== NOBODY
  }
}
