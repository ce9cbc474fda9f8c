/** COGNITO_USER_POOLS: a token of one of the pools. Source: developer guide, apigateway-enable-cognito-user-pool. */

import type { EvaluateCaller } from '../../domain/evaluate'
import { type ClaimFailure, checkClaims, getScopes, type JwtClaims, type JwtSignatureFailure } from '../../protocol/jwt'
import { type Exchange, PASS, type Refusal, refuse, type StageResult } from '../exchange'
import { findHeader } from '../head'
import type { CompiledAuth, CompiledPool } from '../snapshot'
import type { StageEnv } from '../stages/stage'

type CognitoAuth = Extract<CompiledAuth, { type: 'COGNITO_USER_POOLS' }>

export function runCognitoAuthorizer(x: Exchange, env: StageEnv, auth: CognitoAuth): StageResult {
  if (x.injected?.type === 'poolUser') return acceptInjected(x, auth, x.injected)
  const value = findHeader(x.request.rawHeaders, auth.spec.header.toLowerCase())
  if (value === null || value.trim() === '') return refuseWithoutToken(x, auth)
  const token = /^bearer /i.test(value) ? value.slice(7).trim() : value
  const verified = env.verifyJwt(token, auth.keys)
  if (!verified.ok) return refuseSignature(auth, verified.failure)
  const pool = typeof verified.claims.iss === 'string' ? auth.poolsByIssuer.get(verified.claims.iss) : undefined
  // A key signs for its own pool only, whatever the token says its issuer is.
  if (!pool || pool.keys.get(verified.kid)?.key !== auth.keys.get(verified.kid)?.key) {
    return refuse('TOKEN_INVALID', { note: 'its issuer is none of the pools of the authorizer' })
  }
  return judgeClaims(x, auth, verified.claims, pool.pool.id)
}

/** A token under a stored key that cannot be used is no fault of the client's. */
function refuseSignature(auth: CognitoAuth, failure: JwtSignatureFailure): Refusal {
  const kid = failure.kind === 'unknownKey' ? failure.kid : null
  const pool = kid === null ? undefined : [...auth.poolsByIssuer.values()].find(({ unusableKids }) => unusableKids.has(kid))
  return pool ? refuseUnusableKey(pool) : refuse('TOKEN_INVALID', { note: tellSignature(failure) })
}

function refuseUnusableKey({ pool }: CompiledPool): Refusal {
  return refuse('ROUTE_NOT_ENFORCEABLE', { note: `a signing key of the user pool ${pool.name} cannot be used` })
}

function refuseWithoutToken(x: Exchange, auth: CognitoAuth): Refusal {
  if (x.injected?.type === 'iam' && auth.spec.header.toLowerCase() === 'authorization') {
    return refuse('TOKEN_INVALID', { note: 'the header holds a signature, not a token' })
  }
  return refuse('TOKEN_MISSING', { note: `the header ${auth.spec.header}` })
}

/** The claims that the pool's token would have, without making one. */
function acceptInjected(x: Exchange, auth: CognitoAuth, caller: Extract<EvaluateCaller, { type: 'poolUser' }>): StageResult {
  const pool = x.snapshot.poolsById.get(caller.pool)
  if (!pool || !auth.poolsByIssuer.has(pool.issuer))
    return refuse('TOKEN_INVALID', { note: 'its issuer is none of the pools of the authorizer' })
  const signing = pool.pool.signingKeys.filter(({ use }) => use === caller.tokenUse)
  if (signing.length > 0 && signing.every(({ kid }) => pool.unusableKids.has(kid))) return refuseUnusableKey(pool)
  const claims: Record<string, unknown> = Object.assign(Object.create(null), {
    iss: pool.issuer,
    token_use: caller.tokenUse,
    exp: Math.floor(x.atMs / 1000) + 300,
    ...(caller.tokenUse === 'id'
      ? { aud: caller.client, 'cognito:username': caller.username }
      : { client_id: caller.client, username: caller.username, scope: (caller.scopes ?? [SIGN_IN_SCOPE]).join(' ') }),
    ...(caller.groups?.length ? { 'cognito:groups': caller.groups } : {}),
  })
  return judgeClaims(x, auth, claims, pool.pool.id)
}

const SIGN_IN_SCOPE = 'aws.cognito.signin.user.admin'

/** Without scopes on the method an ID token is asked for, with them an access token that has one of them. */
function judgeClaims(x: Exchange, auth: CognitoAuth, claims: JwtClaims, poolId: string): StageResult {
  const wantsAccess = auth.scopes.length > 0
  const failure = checkClaims(claims, {
    nowSec: x.atMs / 1000,
    tokenUse: [wantsAccess ? 'access' : 'id'],
    anyScope: auth.scopes,
  })
  if (failure) return refuseClaim(auth, claims, failure)
  if (auth.validation) {
    const audience = typeof claims.aud === 'string' ? claims.aud : null
    if (audience === null || !auth.validation.matcher(audience).matches()) {
      return refuse('TOKEN_WRONG_AUDIENCE', {
        note: audience === null ? 'an access token has none' : `the token has ${audience.slice(0, 128)}`,
      })
    }
  }
  const username = claims['cognito:username'] ?? claims.username ?? claims.sub
  x.authorizer = { type: 'cognito', claims, poolId, username: typeof username === 'string' ? username : 'a user' }
  return PASS
}

function refuseClaim(auth: CognitoAuth, claims: JwtClaims, failure: ClaimFailure): Refusal {
  switch (failure.kind) {
    case 'expiry':
      return refuse('TOKEN_EXPIRED', { note: failure.given === null ? 'it names no end' : `it ended at ${isoTime(failure.given)}` })
    case 'tokenUse':
      return refuse('TOKEN_WRONG_USE', { note: tellUse(auth, failure.given) })
    case 'scope':
      return refuse('TOKEN_SCOPE_MISSING', {
        note: `asked for is ${auth.scopes.join(' or ')}, the token has ${getScopes(claims).join(' ').slice(0, 256) || 'none'}`,
      })
    default:
      return refuse('TOKEN_INVALID', { note: CLAIM_NOTES[failure.kind] })
  }
}

const CLAIM_NOTES = {
  issuer: 'its issuer is none of the pools of the authorizer',
  notBefore: 'it is not valid yet',
  issuedAt: 'it was issued in the future',
  audience: 'its audience is another',
} as const

function tellUse(auth: CognitoAuth, given: string | null): string {
  const use = given === 'id' ? 'an ID token' : given === 'access' ? 'an access token' : 'a token of unknown use'
  return auth.scopes.length > 0
    ? `asks for the scope ${auth.scopes.join(' or ')}, which only an access token can have, and was given ${use}`
    : `asks for no scope and so for an ID token, and was given ${use}`
}

function isoTime(seconds: number): string {
  const ms = seconds * 1000
  return Math.abs(ms) <= 8.64e15 ? `${new Date(ms).toISOString().slice(0, 19)}Z` : 'a time out of range'
}

function tellSignature(failure: JwtSignatureFailure): string {
  switch (failure.kind) {
    case 'tooLarge':
      return 'it is too long'
    case 'malformed':
      return 'it is no JSON Web Token'
    case 'algorithm':
      return 'it is not signed with RS256'
    case 'critical':
      return 'it asks for an extension that is not known'
    case 'unknownKey':
      return 'its key is none of the keys of the pools of the authorizer'
    case 'signature':
      return 'its signature is wrong'
  }
}
