import type { UserPool } from '../domain/world'
import { buildJwks, type RsaJwk } from '../protocol/jwt'

/** The issuer of a pool's tokens: its setting, else `{public address}/cognito/{id}`. No trailing slash. */
export function poolIssuer(pool: UserPool, publicUrl: string): string {
  return pool.issuer ?? `${publicUrl.replace(/\/+$/, '')}/cognito/${pool.id}`
}

/** The pool's public keys as a JSON Web Key Set. */
export function jwks(pool: UserPool): { readonly keys: readonly RsaJwk[] } {
  return buildJwks(pool.signingKeys.map(({ kid, publicJwk }) => ({ kid, ...publicJwk })))
}

/**
 * The pool's discovery document. It names only what there is: no authorization or token endpoint,
 * hence no response type. The keys are at our own address even where the issuer is another's.
 * Source: OpenID Connect Discovery 1.0, section 3.
 */
export function discovery(pool: UserPool, publicUrl: string): Readonly<Record<string, unknown>> {
  return {
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: poolIssuer(pool, publicUrl),
    jwks_uri: `${publicUrl.replace(/\/+$/, '')}/cognito/${pool.id}/.well-known/jwks.json`,
    response_types_supported: [],
    subject_types_supported: ['public'],
  }
}
