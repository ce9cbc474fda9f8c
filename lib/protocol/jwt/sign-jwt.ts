import { type KeyObject, sign } from 'node:crypto'

/**
 * A token in compact form, RS256, whose header holds `kid` and `alg` only, as Cognito's do.
 * `key` is an RSA private key.
 */
export function signJwt(
  claims: Readonly<Record<string, unknown>>,
  { kid, key }: { readonly kid: string; readonly key: KeyObject },
): string {
  const input = `${encode({ kid, alg: 'RS256' })}.${encode(claims)}`
  return `${input}.${sign('sha256', Buffer.from(input, 'latin1'), key).toString('base64url')}`
}

function encode(value: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url')
}
