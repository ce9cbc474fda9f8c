import { hash, randomBytes } from 'node:crypto'

/** Longest refresh token that is looked at; ours have 64 characters. */
const REFRESH_TOKEN_CHARS_MAX = 4_096

/** A new opaque refresh token, base64url of 48 random bytes, and the hash that is kept of it. */
export function newRefreshToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(48).toString('base64url')
  return { token, hash: hash('sha256', token, 'hex') }
}

/** Lower-case hex SHA-256 of a token; null when it cannot be a refresh token. */
export function hashRefreshToken(token: string): string | null {
  return token.length > 0 && token.length <= REFRESH_TOKEN_CHARS_MAX ? hash('sha256', token, 'hex') : null
}
