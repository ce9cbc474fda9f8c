import type { UserPool } from '../../domain/world'
import { importRsaKeys } from '../../protocol/jwt'
import type { CompiledPool } from '../snapshot'
import { isSame } from './is-same'

/** The pool's verification keys. Keys that did not change stay the same objects, with the verdicts that hang on them. */
export function compilePool(pool: UserPool, publicUrl: string, previous: CompiledPool | undefined): CompiledPool {
  const issuer = pool.issuer ?? `${publicUrl}/cognito/${pool.id}`
  const unchanged = previous && isSame(previous.pool.signingKeys, pool.signingKeys)
  if (unchanged && previous.issuer === issuer && isSame(previous.pool, pool)) return previous
  const keys = unchanged
    ? previous.keys
    : importRsaKeys(pool.signingKeys.map(({ kid, publicJwk }) => ({ kid, n: publicJwk.n, e: publicJwk.e })))
  const unusableKids = new Set(pool.signingKeys.flatMap(({ kid }) => (keys.has(kid) ? [] : [kid])))
  return { pool, issuer, keys, unusableKids }
}
