import type { PasswordPolicy } from '../world'

/** What counts as a symbol. Source: Cognito developer guide, password policy. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/

/** What AWS gives a pool without a policy. */
export const DEFAULT_PASSWORD_POLICY: PasswordPolicy = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

/** Returns what the password lacks, in AWS's words, or null when it conforms. Source: Cognito API reference, PasswordPolicyType. */
export function findPasswordFault(password: string, policy: PasswordPolicy): string | null {
  if (password.length < policy.minimumLength) return 'Password not long enough'
  if (password.length > 256) return 'Password too long'
  if (policy.requireUppercase && !/\p{Lu}/u.test(password)) return 'Password must have uppercase characters'
  if (policy.requireLowercase && !/\p{Ll}/u.test(password)) return 'Password must have lowercase characters'
  if (policy.requireNumbers && !/\d/.test(password)) return 'Password must have numeric characters'
  if (policy.requireSymbols && !SYMBOL.test(password)) return 'Password must have symbol characters'
  return null
}
