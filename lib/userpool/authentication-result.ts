/** Field names as on the wire. */
export interface AuthenticationResult {
  readonly AccessToken: string
  /** Seconds. */
  readonly ExpiresIn: number
  readonly IdToken: string
  /** Absent on a refresh. */
  readonly RefreshToken?: string
  readonly TokenType: 'Bearer'
}
