/** Exceptions of the Cognito API that a pool may answer with. */
export type CognitoErrorName =
  | 'InvalidParameterException'
  | 'NotAuthorizedException'
  | 'PasswordResetRequiredException'
  | 'ResourceNotFoundException'
  | 'TooManyRequestsException'
  | 'UnauthorizedException'
  | 'UnsupportedTokenTypeException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException'

export interface CognitoError {
  readonly name: CognitoErrorName
  readonly message: string
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CognitoError }

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(name: CognitoErrorName, message: string): { readonly ok: false; readonly error: CognitoError } {
  return { ok: false, error: { name, message } }
}
