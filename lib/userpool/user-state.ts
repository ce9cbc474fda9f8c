import type { PoolUser } from '../domain/world'
import { type CognitoError, refuse } from './outcome'

/**
 * Why a user with the right credential may not sign in, or null. Told only after the credential was
 * right, so that it tells nobody else that the user exists.
 */
export function checkUserState(user: PoolUser): CognitoError | null {
  if (!user.enabled) return refuse('NotAuthorizedException', 'User is disabled.').error
  switch (user.status) {
    case 'CONFIRMED':
      return null
    case 'UNCONFIRMED':
      return refuse('UserNotConfirmedException', 'User is not confirmed.').error
    case 'RESET_REQUIRED':
      return refuse('PasswordResetRequiredException', 'Password reset required for the user').error
    case 'FORCE_CHANGE_PASSWORD':
      // AWS answers with the challenge NEW_PASSWORD_REQUIRED here; without challenges it must be a refusal.
      return refuse('NotAuthorizedException', 'The temporary password must be replaced: an administrator has to set a permanent one.').error
  }
}
