import type { PoolUser, UserPool, UserPoolClient, UserPoolGroup } from '../domain/world'

/** What both tokens of a sign-in or refresh share. */
export interface TokenFacts {
  readonly issuer: string
  readonly issuedAtSec: number
  readonly authTimeSec: number
  readonly originJti: string
  readonly eventId: string
}

type Claims = Record<string, unknown>

/** Source: developer guide, cognito-user-pool-settings-attributes: the standard attributes. */
const STANDARD_ATTRIBUTES: ReadonlySet<string> = new Set([
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
])

/** Claims of an ID token. Source: developer guide, the ID token. */
export function buildIdClaims(pool: UserPool, user: PoolUser, client: UserPoolClient, facts: TokenFacts, jti: string): Claims {
  return {
    sub: user.sub,
    ...attributeClaims(user),
    ...groupClaims(pool, user),
    iss: facts.issuer,
    'cognito:username': user.username,
    origin_jti: facts.originJti,
    aud: client.id,
    event_id: facts.eventId,
    token_use: 'id',
    auth_time: facts.authTimeSec,
    exp: facts.issuedAtSec + client.idTokenValiditySec,
    iat: facts.issuedAtSec,
    jti,
  }
}

/** Claims of an access token. `scope` is space-separated. Source: developer guide, the access token. */
export function buildAccessClaims(
  pool: UserPool,
  user: PoolUser,
  client: UserPoolClient,
  facts: TokenFacts,
  token: { readonly jti: string; readonly scope: string },
): Claims {
  const { groups } = user
  return {
    sub: user.sub,
    ...(groups.length > 0 ? { 'cognito:groups': sortGroups(pool, groups) } : {}),
    iss: facts.issuer,
    client_id: client.id,
    origin_jti: facts.originJti,
    event_id: facts.eventId,
    token_use: 'access',
    scope: token.scope,
    auth_time: facts.authTimeSec,
    exp: facts.issuedAtSec + client.accessTokenValiditySec,
    iat: facts.issuedAtSec,
    jti: token.jti,
    username: user.username,
  }
}

// Only attributes by their own names: one called `iss` or `cognito:groups` must not become that claim.
function attributeClaims(user: PoolUser): Claims {
  const claims: Claims = {}
  for (const { name, value } of user.attributes) {
    if (STANDARD_ATTRIBUTES.has(name) || name.startsWith('custom:')) claims[name] = toClaim(name, value)
  }
  return claims
}

function toClaim(name: string, value: string): unknown {
  if (name === 'email_verified' || name === 'phone_number_verified') return value === 'true'
  if (name === 'address') return { formatted: value }
  if (name === 'updated_at' && /^\d{1,15}$/.test(value)) return Number(value)
  return value
}

function groupClaims(pool: UserPool, user: PoolUser): Claims {
  if (user.groups.length === 0) return {}
  const names = sortGroups(pool, user.groups)
  const withRole = names.flatMap((name) => pool.groups.filter((group) => group.name === name && group.roleArn !== null))
  if (withRole.length === 0) return { 'cognito:groups': names }
  const preferred = preferredRole(withRole)
  return {
    'cognito:groups': names,
    ...(preferred === null ? {} : { 'cognito:preferred_role': preferred }),
    'cognito:roles': [...new Set(withRole.map((group) => group.roleArn))],
  }
}

// Two groups of the same precedence with different roles prefer none.
function preferredRole(groups: readonly UserPoolGroup[]): string | null {
  const lowest = Math.min(...groups.map(rank))
  const roles = new Set(groups.filter((group) => rank(group) === lowest).map((group) => group.roleArn))
  const [role] = roles
  return roles.size === 1 ? (role ?? null) : null
}

function sortGroups(pool: UserPool, names: readonly string[]): readonly string[] {
  const ranks = new Map(pool.groups.map((group) => [group.name, rank(group)]))
  const rankOf = (name: string) => ranks.get(name) ?? Number.MAX_SAFE_INTEGER
  return [...names].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
}

function rank(group: UserPoolGroup): number {
  return group.precedence ?? Number.MAX_SAFE_INTEGER
}
