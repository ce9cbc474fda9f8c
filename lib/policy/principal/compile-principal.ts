import type { PrincipalElement } from '../syntax/document'
import type { Principal } from '../types'
import { type Grant, NAMED, NOBODY } from './grant'
import { grantOf, sparesFromDeny, toPrincipalSet } from './principal-set'

export type PrincipalMatcher = (principal: Principal) => Grant

const everyone: PrincipalMatcher = () => NAMED

/** Prepares Principal or NotPrincipal. An Allow with NotPrincipal is for everyone who is not listed in any way. */
export function compilePrincipal(element: PrincipalElement, effect: 'Allow' | 'Deny'): PrincipalMatcher {
  const set = toPrincipalSet(element)
  if (!element.negated) return set.everyone ? everyone : (principal) => grantOf(set, principal)
  if (effect === 'Deny') return (principal) => (sparesFromDeny(set, principal) ? NOBODY : NAMED)
  return (principal) => (grantOf(set, principal) === NOBODY ? NAMED : NOBODY)
}
